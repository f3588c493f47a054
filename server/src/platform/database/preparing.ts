import type { Statements } from './pool.ts';

/** At most so many texts are prepared within the life of a connection: each costs memory in every one of them. */
const mostPrepared = 500;
/** The driver makes a connection anew after an hour at most, and forgets what it had prepared. */
const lifetime = 3_600_000;
/** Long ones are lists of values written out, of which no two are alike. */
const longestText = 64_000;

/** How much a search finds depends on its text; a plan made for no particular text may walk the whole table. */
const planByValue = 'search_grams';

let prepared = new Set<string>();
/** Texts that came once: only what comes again is worth preparing. */
let once = new Set<string>();
let since = performance.now();

function mayPrepare(text: string): boolean {
  if (performance.now() - since > lifetime) {
    prepared = new Set();
    since = performance.now();
  }
  if (prepared.has(text)) return true;
  if (text.length > longestText || prepared.size >= mostPrepared || text.includes(planByValue)) return false;
  if (once.delete(text)) prepared.add(text);
  else {
    if (once.size >= mostPrepared) once = new Set();
    once.add(text);
  }
  return prepared.has(text);
}

/**
 * The driver with statements prepared by their text: those of the query builder too, which asks for none. A prepared
 * statement takes one way to the database and back, any other two.
 */
export const preparing = ({ options, unsafe }: Statements): Statements =>
  ({
    options,
    unsafe: (text: string, values: never[] = [], more: object = {}) =>
      unsafe(text, values, { ...more, prepare: mayPrepare(text) }),
  }) as Statements;
