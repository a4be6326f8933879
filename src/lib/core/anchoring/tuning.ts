/**
 * Every threshold of anchoring, in the order of the pipeline, each with its reason and the kind of
 * edit it serves. README.md says how to change one. Lengths are UTF-16 units unless a name says
 * grams (a gram is about two words); shares are from 0 to 1.
 */

// ---- Grams: what counts as found in both texts ----

/**
 * Units of a gram in alphabetic writing: long enough that two unrelated sentences seldom share
 * one, short enough that wrong letters in 2 % of a scanned text leave three grams of four whole.
 */
export const ALPHABETIC_GRAM = 12;
/** Units of a gram in ideographs, each of which says about as much as a short word. */
export const IDEOGRAPHIC_GRAM = 5;
/** With this share of ideographs and kana a text is written in them; quoted names are fewer. */
export const IDEOGRAPHIC_SHARE = 0.3;
/** Units from a text's beginning by which its writing is told. */
export const GRAM_SAMPLE = 2000;
/**
 * A gram with more occurrences tells nothing about where its passage is. Serves speed: a text of
 * nothing but one refrain would have the square of its length in pairs.
 */
export const MOST_OCCURRENCES = 8;
/** Grams that are looked at when they have one hash: as many have only in a text made for it. */
export const MOST_GRAMS_OF_A_HASH = 32;

// ---- Align: the order of both texts ----

/** A shared passage of so many grams is no chance, whatever was changed around it. Serves rewritten chapters. */
export const CERTAIN_MATCH_GRAMS = 2.5;
/**
 * In the place of an old passage one with this share of its units is the same, edited. With fewer
 * it may have been deleted and another inserted: what moved is looked for first.
 */
export const SAME_PASSAGE_SHARE = 0.5;

// ---- Align: word by word, in the gap between two matches ----

/**
 * What each gap in an alignment of words costs, however long. A word that is out of step needs a
 * gap on either side of it in either text: four cost more than "the" with its two spaces scores, so
 * that short words hold no rewritten sentences together.
 */
export const GAP_COST = 1.5;
/** Score of a matching space or comma, which says little. A word scores its length. */
export const PUNCTUATION_SCORE = 0.5;
/** Score of a matching ideograph, as of a word of three letters. */
export const IDEOGRAPH_TOKEN_SCORE = 3;
/** Two words are one and its misprint when this much of them is alike. Serves typos and scanning errors. */
export const MISPRINT_SIMILARITY = 0.6;
/** Shorter words are no misprints of each other: any two of them are alike. */
export const SHORTEST_MISPRINT = 3;
/** Cells of the table of word pairs at most: 500 words against 500, which takes some milliseconds. */
export const MOST_TOKEN_CELLS = 250_000;
/** Cells of the table of a short gap, of some thirty words: those are filled whatever they take together. */
export const SHORT_GAP_CELLS = 1000;
/**
 * Cells of all other tables of two texts together, which take half a second. Serves speed: a hundred
 * pages can be rewritten before one of them is not compared word by word.
 */
export const MOST_TOKEN_CELLS_IN_ALL = 40_000_000;

// ---- Align: letter by letter, between matching words ----

/** Longer rests between matching words are not compared by letters, which would say nothing. */
export const LONGEST_LETTERWISE = 80;
/** Rests belong together when this much of them is alike. Serves words joined or split by a scanner. */
export const REST_SIMILARITY = 0.6;
/** Units of a rest for which `SHORT_REST_SIMILARITY` is enough. */
export const LONGEST_SHORT_REST = 8;
/** Half of a short word's letters are enough: it stands between words that match. */
export const SHORT_REST_SIMILARITY = 0.5;
/** Letters that may have been swapped; more would be a moved word, which is not worth the risk. */
export const LONGEST_TRANSPOSITION = 2;
/**
 * A whole word scores so many times its length against the changed text around it: it is no chance
 * where three letters are. Serves sentences of which every third word was replaced.
 */
export const WHOLE_WORD_SCORE = 3;
/** Two ideographs in a row likewise. */
export const IDEOGRAPHS_SCORE = 2;

// ---- Align: the gaps beside moved passages ----

/** In an open gap the old text's side is looked for within this many times its length … */
export const OPEN_GAP_FACTOR = 2;
/** … and so many units, for what was inserted into a short one. */
export const OPEN_GAP_SLACK = 60;

// ---- Align: moves ----

/**
 * A moved passage of so many grams is one wherever it starts and ends. A shorter one may be a
 * phrase that the author likes, and must be whole sentences.
 */
export const CERTAIN_MOVE_GRAMS = 6;
/** Share of a moved passage that must be equal: half of it, as of one in its old place. */
export const MOVED_DENSITY = 0.5;
/**
 * How often a unit of the old text is looked at on the average. Serves speed: a text shuffled
 * sentence by sentence would take the square of its length.
 */
export const MOST_MOVE_READINGS = 40;
/** Units that are looked at in all: some ten times each in a long chapter. Serves speed. */
export const MOST_MOVE_UNITS = 3_000_000;
/** Ranges of the new text to try, when the likeliest does not hold the passage. */
export const MOST_MOVE_TRIES = 3;

// ---- Clean: matches by chance ----

/** A sentence of so many units is no chance when nothing changed but what was put around it. */
export const SHORTEST_LONE_SENTENCE = 8;
/** Matches farther apart than so many grams do not speak for each other. */
export const NEAR_GRAMS = 3;
/** Of related passages at least this share is equal: a sentence with every second word replaced. */
export const DENSE_SHARE = 0.3;
/** Near matches on both sides, a word stands where it stood even if it is the only one left. */
export const DENSE_SHARE_BETWEEN = 0.15;
/** Grams that matches must have in all when no other match is near them. */
export const UNSUPPORTED_GROUP_GRAMS = 2.5;
/** Matches of so many grams, two thirds of one, that … */
export const FILLING_GRAMS = 2 / 3;
/** … are this share of one side of a gap, had much put around them or taken away. Serves inserted paragraphs. */
export const FILLING_SHARE = 0.8;

// ---- Clean: where a change begins and ends ----

/**
 * What a character that is equal only when folded costs in the choice of a boundary; it outweighs
 * any boundary. "A sail! a sail!" without its first half keeps its small letter.
 */
export const UNEQUAL_CHARACTER_COST = 10;
/** What it is worth when a slide makes two changes one. */
export const EXTRA_CHANGE_COST = 6;
/**
 * How often a unit is slid over on the average, before slides end at `LONGEST_SLIDE`. Serves speed: what
 * repeats itself throughout can slide over all of the text, at each of its changes.
 */
export const SLIDES_PER_UNIT = 4;
/** Units that an insertion may slide over a misprint, at most: a verse, or the rest of a sentence. */
export const LONGEST_SLIDE = 200;
/** Share of those units that must be equal. Serves inserted blocks that end or begin like their neighbours. */
export const SLIDE_SIMILARITY = 0.8;
/** A change of so many units is a rewritten passage: the punctuation beside it may be another one's. */
export const REWRITTEN_UNITS = 12;
/** Units beside a rewritten passage among which the end of its last word and its punctuation are. */
export const LONGEST_SPLIT_PUNCTUATION = 8;

// ---- Map: which parts of a passage belong together ----

/** A part at an end that is not so many times shorter than the other text before it belongs to the passage. */
export const OUTLIER_DISTANCE = 3;
/** Share of a passage that may be left out as chance without a question. */
export const OUTLIER_SHARE = 0.15;
/** Grams of a verse or a short sentence, such as may be added anywhere. */
export const ADDED_BLOCK_GRAMS = 5;
/** Other words are seldom longer by more than this share of the old ones … */
export const REPLACEMENT_GROWTH = 0.5;
/** … and so many units, a word. */
export const REPLACEMENT_GROWTH_UNITS = 6;
/** Units that a misprint changes in both texts together, at most. */
export const LONGEST_MISPRINT = 4;
/** With this share of a range uncertain, only the reader can say where it ends. */
export const UNCERTAIN_SHARE = 0.1;

// ---- Map: replaced ends of a passage ----

/** When more grams are gone from an end, what stands there now is another passage … */
export const LONGEST_END_GRAMS = 2.5;
/** … unless all that changed there was the passage's. */
export const LONGEST_WHOLE_END_GRAMS = 4;
/**
 * Lost words of so many units that nearly stand beside the range are taken for the passage's own,
 * misprinted. Serves verses of which another one has the same first half.
 */
export const SHORTEST_SIMILAR_END = 12;
/** How alike those words must be. */
export const END_SIMILARITY = 0.7;
/** A replacement may be so many times as long as what it replaced; what is longer was added. */
export const LONGEST_REPLACEMENT = 3;
/** Units by which it may be longer besides, a word. */
export const LONGEST_REPLACEMENT_UNITS = 6;
/** The same for ideographs, which are replaced one by one. */
export const LONGEST_IDEOGRAPH_REPLACEMENT = 1.5;
/** More words in a row are seldom replaced one by one: as many may have come by chance. */
export const MOST_WORDS_ONE_BY_ONE = 6;
/** How far an estimate may be from the boundary of a word that it stands for. */
export const SNAP_UNITS = 3;

// ---- Judge: a passage mapped through an alignment ----

/** A passage is the same one when more than this share of its units is left. With less it counts as gone. */
export const SURVIVAL_SHARE = 0.5;
/** Between its old neighbours, where nothing else can stand, less is enough … */
export const SURVIVAL_SHARE_BETWEEN_NEIGHBOURS = 0.4;
/** … if it still has this share of its length. Serves reworded sentences. */
export const LENGTH_BETWEEN_NEIGHBOURS = 0.75;
/** What is left of a passage by a smaller share is not worth a question to the reader. */
export const REVIEW_SHARE = 0.25;
/** With another part this much as large elsewhere, only the reader can say which one is meant. */
export const RIVAL_SHARE = 0.97;
/** Units on either side of a passage that are its neighbours. */
export const NEIGHBOUR_UNITS = 64;
/** Units beside the new range in which the neighbours must stand, with what was inserted there. */
export const NEIGHBOUR_REACH = 128;
/** Share of the neighbours' units that must stand there. */
export const NEIGHBOUR_SHARE = 0.5;
/**
 * Grams of a passage and its neighbours that must stand together when the passage is shorter than
 * a gram, which says little by itself. Serves marks of one word.
 */
export const EVIDENCE_GRAMS = 1.33;
/**
 * Units on either side of the new range in which they must stand, and by which a passage is told
 * from others with the same words.
 */
export const EVIDENCE_REACH = 256;

// ---- Judge: a single word ----

/** A word that became so many times as long is another word. */
export const SAME_WORD_GROWTH = 1.5;
/** Share of a word's letters that must be left … */
export const SAME_WORD_SHARE = 0.6;
/** … unless it lost no more letters than this. */
export const MOST_LETTERS_LOST = 1;

// ---- Quote search: where a quote may stand ----

/**
 * Units that may have been put into a passage without its halves being lost to each other: first
 * few, so that the copies of a refrain are told apart; then a long paragraph.
 */
export const INSERTION_LENGTHS = [150, 1500];
/** A region is at most so many times as long as the quote with its context, and one insertion. */
export const LONGEST_REGION_FACTOR = 2;
/** Units around a region for what lost its grams to edits. */
export const REGION_SLACK = 32;
/** Regions that are compared with the quote at most. Serves speed. */
export const MOST_REGIONS = 4;
/**
 * Units of a quote and of the regions it is compared with, which each quote has for itself: a sentence
 * with all of its regions, or a page that stands where it stood.
 */
export const COMPARED_UNITS_OF_A_QUOTE = 3000;
/**
 * What all quotes of a chapter may take beyond that, together. Serves speed: some three seconds, in which
 * five hundred passages of two pages each are found; a file may have thousands of them.
 */
export const MOST_COMPARED_UNITS = 4_000_000;
/** A region must have this share of the richest one's grams … */
export const LEAST_REGION_SHARE_OF_BEST = 0.1;
/** … and of all the quote's grams. */
export const LEAST_REGION_SHARE_OF_QUOTE = 0.05;
/** Units around the words in which their context must stand: farther off it is another one's. */
export const CONTEXT_REACH = 160;
/** Share of the words that may be missing at an end without a question where it went. */
export const LOST_SHARE = 0.1;

// ---- Quote search: which candidate is the quote ----

/** Share of the words, or of the context on one side, that must be left. */
export const QUOTE_SURVIVAL_SHARE = 0.5;
/** Share that is good: of the words of a short quote, of the context of a long one. */
export const GOOD_SHARE = 0.75;
/** Share with which a long quote needs no context, or context tells that its words are gone. */
export const INTACT_SHARE = 0.85;
/** Share of the context on one side that a short quote needs. */
export const NEARLY_ALL_SHARE = 0.95;
/** The score of any rival must be worse by this much … */
export const RIVAL_MARGIN = 0.1;
/** … and by this much when few words are left to tell them apart. Serves look-alikes. */
export const RIVAL_MARGIN_SHORT = 0.2;
/** Grams left of the words with which they were moved, when only their context is in the old place. */
export const MANY_WORDS_GRAMS = 6;
/** Grams left of a long quote, for which half of the context is enough. */
export const LONG_QUOTE_GRAMS = 5;
/** Grams left of one that may lose its context when good words are left. */
export const VERY_LONG_QUOTE_GRAMS = 10;
/** Grams left of a quote below which it needs good context on both sides. */
export const SHORT_QUOTE_GRAMS = 3;
/** Grams left of a quote below which the context alone decides. */
export const VERY_SHORT_QUOTE_GRAMS = 1;
/**
 * A range so many times longer than the quote, and a paragraph's beginning more, may be two parts
 * that came to stand near each other by a move.
 */
export const LONGEST_FOUND_FACTOR = 2;
/** Units of that beginning. */
export const LONGEST_FOUND_SLACK = 60;

// ---- Where to look for what is unplaced ----

/** Blocks on each side of an unplaced passage that are looked for: farther ones are no neighbours. */
export const NEIGHBOUR_BLOCKS = 5;

// ---- Which chapter of a new file is which of the old one ----

/** Units in a run by which two chapters are compared: about three words, which prose seldom repeats. */
export const CHAPTER_GRAM = 16;
/** One in so many runs is looked at: a million words stay a few hundred thousand numbers. */
export const CHAPTER_GRAM_SAMPLING = 8;
/** Share of the shorter text that must be in the longer one: half of it may have been rewritten. */
export const SAME_CHAPTER = 0.3;
/** Of a text of so many units, a title or a dedication, too few of those runs are looked at to tell anything. */
export const SHORT_CHAPTER = 500;
/** Units in a run of a short text, all of which are looked at: one word of ten may have been corrected. */
export const SHORT_CHAPTER_GRAM = 6;
/** Share of the longer of two short texts that must be in the other: a few words in common are chance. */
export const SAME_SHORT_CHAPTER = 0.35;
/** Short texts that are compared so, of either file: half a million runs. Serves speed and memory. */
export const MOST_SHORT_CHAPTERS = 1000;
