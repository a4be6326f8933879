/** Notes made of what means something to programs that read Markdown. */
import fc from 'fast-check';

const SIGNS = [...'\\`*_[]<>&~$^%#{}@=|+-:.!()/"\''];
const piece = fc.oneof(
	fc.constantFrom(...SIGNS),
	fc.constantFrom('a', 'b', 'i', '1', '12', ' ', '  ', '    ', '\t', '\n', '\n\n', 'é', '中', '😀'),
	fc.constantFrom(
		'==this==',
		'#later',
		'www.a.b',
		'https://a.b/c_d*e',
		'HTTP://x',
		'ftp://x',
		'a@b.c',
		'<script>alert(1)</script>',
		'<!-- x -->',
		'[x](javascript:y)',
		'![x](y)',
		'[^1]',
		'[^1]: x',
		'[x]: y',
		'&lt;',
		'&copy;',
		'```',
		'~~~',
		'| a | b |',
		'|---|---|',
		'- [ ] x',
		'1. x',
		'a) x',
		'***',
		'---',
		'===',
		':smile:',
		'$x$',
		'%%x%%',
		'{.x}',
		'\u0000',
		'\u0007',
		'\u2028'
	)
);
/** Any note of such pieces. */
export const note = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

// eslint-disable-next-line no-control-regex -- they are shown as U+FFFD
const plain = (text: string) => text.replace(/[\x00-\x08\x0e-\x1f\x7f]/g, '\ufffd');
/** The words of a text, as a page shows them. */
export const words = (text: string) => plain(text).replace(/\s+/g, ' ').trim();
