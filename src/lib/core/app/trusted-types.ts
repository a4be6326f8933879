/**
 * What our pages' policy (svelte.config.js) wants to see in the place of an address that is run or
 * a text that is parsed: with it we vouch that both are ours. One policy, in one place.
 */

type Rule = (text: string) => string;

/** A window, as far as this needs it: `core` knows no DOM. */
interface TrustingWindow {
	/** Missing in browsers without Trusted Types, which take the text itself. */
	trustedTypes?: {
		createPolicy(
			name: string,
			rules: { createHTML: Rule; createScriptURL: Rule }
		): { createHTML(html: string): unknown; createScriptURL(address: string): unknown };
	};
}

const NAME = 'postil';
const unchanged: Rule = (text) => text;
let policy: ReturnType<NonNullable<TrustingWindow['trustedTypes']>['createPolicy']> | undefined;

/** The page's one policy: a second of the same name is refused by the browser. */
function policyOf({ trustedTypes }: TrustingWindow): typeof policy {
	return (policy ??= trustedTypes?.createPolicy(NAME, {
		createHTML: unchanged,
		createScriptURL: unchanged
	}));
}

// What both give is no string where there are Trusted Types, but TypeScript's DOM takes nothing else.

/** The address of a worker of ours, to be started. */
export function trustedScriptAddress(address: string, window: TrustingWindow): string {
	return (policyOf(window)?.createScriptURL(address) ?? address) as string;
}

/** HTML of a page of ours, to be parsed. */
export function trustedHtml(html: string, window: TrustingWindow): string {
	return (policyOf(window)?.createHTML(html) ?? html) as string;
}
