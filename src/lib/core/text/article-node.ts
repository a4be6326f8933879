/**
 * The inside of an article as plain data, of which a page makes elements one by one: a text, or an
 * element by its name, its attributes and what is in it (JsonML, http://www.jsonml.org).
 */
export type ArticleNode =
	string | [name: string, attributes: Attributes, ...children: ArticleNode[]];

export type Attributes = Record<string, string>;

/** Begins the address of a chapter of the same work: `chapter:3-the-exile#p5`. */
export const CHAPTER_LINK = 'chapter:';

/** Begins the address of a picture of the same work: `picture:images/map.png`. */
export const PICTURE_LINK = 'picture:';
