/** What of each picture in `fixtures/pictures` the build names. Each would tell its parent that it ran. */
export const PICTURES: Readonly<Record<string, string>> = {
	'script.svg': 'has a <script>',
	'event.svg': '<svg> has onload=',
	'entity.svg': 'has a <!DOCTYPE',
	'prefixed.svg': 'has a <a:script>',
	'page-within.svg': 'has a <iframe>',
	'animated-event.svg': '<animate> has onbegin=',
	'behind-an-error.svg': 'has a <script>'
};
