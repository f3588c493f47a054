import { buildConsole } from '#server/boot/console-build.ts';

/** Builds the console once before all files, two of which would otherwise build it at a time. */
export default async function setup(): Promise<void> {
  await buildConsole(() => undefined);
}
