import { afterEach, beforeEach } from 'vitest';

let complaints: string[] = [];
const print = console.error;

beforeEach(() => {
  complaints = [];
  console.error = (...args: unknown[]) => {
    complaints.push(args.map(String).join(' '));
    print(...args);
  };
});

/** What is printed as an error and does not fail a test is never looked at. */
afterEach(() => {
  console.error = print;
  if (complaints.length > 0) throw new Error(`console.error during the test: ${complaints.join('\n')}`);
});
