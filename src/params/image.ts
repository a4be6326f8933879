import type { ParamMatcher } from '@sveltejs/kit';

/** Pictures of a work; its chapters have no dot in their names. */
export const match: ParamMatcher = (path) => /\.(png|jpe?g|gif|webp|svg)$/i.test(path);
