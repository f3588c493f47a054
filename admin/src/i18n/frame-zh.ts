import { framePhrases } from './phrases.ts';

// A built console holds the words themselves here; see build/one-language.ts.
export const phrases = framePhrases('zh');
