/** Output of a command: results, which may be piped, and messages for the user. */
export interface Io {
  /** One line on standard output. */
  print(line: string): void;
  /** One line on standard error: progress, warnings, refusals. */
  say(line: string): void;
  /** Redraws one line of progress on a terminal; silent in a pipe. */
  progress(line: string): void;
}

export function processIo(): Io {
  return {
    print: (line) => process.stdout.write(`${line}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
    progress: (line) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}`);
    },
  };
}
