import { buildConsole } from '#server/boot/console-build.ts';

/** Builds the console once before all files; otherwise two files might build it at the same time. */
export default async function setup(): Promise<void> {
  await buildConsole(() => undefined);
}
