import type { Construct } from 'micromark-util-types';
import { TEXT_DIRECTIVES } from '../article/directives';

const COLON = 58;
const OPENING_BRACKET = 91;

/**
 * The construct of micromark that reads `:name[…]`, limited to the names that an article can show and
 * to those that a bracket follows: `10:30` and `said:yes` stay text.
 */
export function onlyKnown(directive: Construct): Construct {
	return {
		...directive,
		tokenize(effects, ok, nok) {
			return effects.check(KNOWN_NAME, directive.tokenize.call(this, effects, ok, nok), nok);
		}
	};
}

/** Looks ahead: a colon, a known name, a bracket. */
const KNOWN_NAME: Construct = {
	partial: true,
	tokenize(effects, ok, nok) {
		let name = '';
		return (code) => {
			if (code !== COLON) return nok(code);
			effects.enter('data');
			effects.consume(code);
			return readName;
		};
		function readName(code: Parameters<typeof ok>[0]): ReturnType<typeof ok> {
			if (code === OPENING_BRACKET) {
				effects.exit('data');
				return TEXT_DIRECTIVES.some((known) => known === name) ? ok(code) : nok(code);
			}
			const isLetter = code !== null && code > 96 && code < 123;
			if (!isLetter || name.length > 4) return nok(code);
			name += String.fromCharCode(code);
			effects.consume(code);
			return readName;
		}
	}
};
