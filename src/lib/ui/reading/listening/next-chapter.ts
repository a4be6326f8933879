import { LISTEN_HASH } from '../input/add-buttons';

/** Goes to the next chapter, which is another document, to listen on there; `false` when there is none. */
export function goToNextChapter(): boolean {
	const link = document.querySelector<HTMLAnchorElement>('.neighbours a[rel="next"]');
	if (!link) return false;
	location.assign(link.href + LISTEN_HASH);
	return true;
}
