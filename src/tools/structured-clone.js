/** In the place of the package `@ungap/structured-clone`: the browser's own (vite.config.ts). */
export default structuredClone;
