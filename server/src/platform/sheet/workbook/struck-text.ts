import { isOn } from './cell-styles.ts';

/** How much of a text the fonts of its runs strike through; null where they do not say. */
export type Strike = 'ALL' | 'PART' | 'NONE' | null;

/** Adds up the runs of one text; called for each element in it and each piece of text. */
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
    /** The first run often has no font: then the font of the cell applies. */
    strike(): Strike {
      if (struck > 0) return plain + unsaid > 0 ? 'PART' : 'ALL';
      return plain > 0 ? 'NONE' : null;
    },
  };
}
