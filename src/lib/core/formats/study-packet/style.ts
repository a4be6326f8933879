/** The style sheet of a study packet, for screens and for paper. */
export const PACKET_STYLE = `
:root { color-scheme: light dark; --mark: #e8c34a; }
body { font: 1.05rem/1.5 ui-serif, Charter, Georgia, serif; max-width: 42rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; font-weight: 600; }
h2 small { display: block; font-weight: normal; }
article { margin: 1.5rem 0; break-inside: avoid; }
blockquote { margin: 0; padding-inline-start: .9rem; border-inline-start: .3rem solid var(--mark); }
blockquote p { margin: 0 0 .5em; }
.note { white-space: pre-wrap; margin: .5rem 0; }
.facts { font: .85rem/1.4 system-ui, sans-serif; margin: .25rem 0; }
.tag { border: 1px solid; border-radius: 1em; padding: 0 .5em; }
.yellow { --mark: #e8c34a; } .green { --mark: #6cb36c; } .blue { --mark: #6aa5dc; }
.pink { --mark: #e58cae; } .orange { --mark: #e8984a; } .purple { --mark: #a98ad8; } .bookmark { --mark: #888; }
@media print { body { max-width: none; padding: 0; } a { color: inherit; } }
`;
