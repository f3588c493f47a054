import { pagePhrases } from './phrases.ts';

// A built console holds the words themselves here; see build/one-language.ts.
export const phrases = pagePhrases('zh');
