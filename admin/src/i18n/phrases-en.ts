import { ourPhrases } from './phrases.ts';

// A build puts the messages themselves here; see build/one-language.ts.
export const phrases = ourPhrases('en');
