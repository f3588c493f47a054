import { isOn } from './cell-styles.ts';

/** How much of a text is crossed out by the fonts of its runs; null where they say nothing of it. */
export type Strike = 'ALL' | 'PART' | 'NONE' | null;

/** Adds up what the runs of one text say; told of each element in it and of each piece of text. */
export function strikeCounter() {
  let inProperties = false;
  let isStruck: boolean | null = null;
  let struck = 0;
  let plain = 0;
  let unsaid = 0;
  return {
    begin() {
      inProperties = false;
      isStruck = null;
      struck = 0;
      plain = 0;
      unsaid = 0;
    },
    open(name: string, attributes: string) {
      if (name === 'r') isStruck = null;
      else if (name === 'rPr') {
        inProperties = true;
        isStruck = false;
      } else if (name === 'strike' && inProperties) isStruck = isOn(attributes);
    },
    close(name: string) {
      if (name === 'rPr') inProperties = false;
      else if (name === 'r') isStruck = null;
    },
    text(text: string) {
      const length = text.trim().length;
      if (isStruck) struck += length;
      else if (isStruck === null) unsaid += length;
      else plain += length;
    },
    /** The first run often says nothing of itself: then the font of the cell holds for it. */
    strike(): Strike {
      if (struck > 0) return plain + unsaid > 0 ? 'PART' : 'ALL';
      return plain > 0 ? 'NONE' : null;
    },
  };
}
