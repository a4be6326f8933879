/** Addresses of workers, for pages whose policy lets no bare text start one. */

let policy: { createScriptURL(address: string): unknown } | undefined;

/** What that policy (svelte.config.js) wants to see in the place of the address of a worker that the build made. */
export function trustedAddress(address: string): string {
	policy ??= window.trustedTypes?.createPolicy('postil-build', { createScriptURL: (one) => one });
	// TypeScript's DOM knows of strings only.
	return (policy?.createScriptURL(address) ?? address) as string;
}
