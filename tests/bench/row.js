/**
 * How a module of `rows/` looks. It exports one `group` of rows that are measured together.
 *
 * @typedef {'plain' | 'ours'} Side the plain page of the same text, and Postil
 * @typedef {'ms' | 'B' | ''} Unit `''` counts things
 * @typedef {{
 *     limit: number | ((plain: number) => number),
 *     says?: string
 * }} Budget `limit` is what our median must not pass, perhaps by the plain page's; `says` tells how
 *     the number came about
 * @typedef {{ what: string, unit: Unit, budget?: Budget }} Row without a budget it is there to be seen
 * @typedef {Partial<Record<string, number>>} Sample what one run gave, by the keys of the rows
 * @typedef {{
 *     sides: Side[],
 *     once?: true,
 *     runs?: number,
 *     rows: Record<string, Row>,
 *     measure: (bench: import('./bench.js').Bench, side: Side) => Promise<Sample>
 * }} Group `once` for what is the same in every run, `runs` when so many pairs are
 *     enough, since each takes long; `measure` is one run of one side, and throws
 *     when it cannot tell
 */

export {};
