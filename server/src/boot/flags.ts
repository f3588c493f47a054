import { parseArgs } from 'node:util';
import { BootError } from '#platform/core/boot-error.ts';

export interface Flags {
  /** Load a county to play with. */
  demo: boolean;
  /** Serve the console as well as the API. */
  console: boolean;
  help: boolean;
}

export const startUsage = `npx --yes pnpm@10 start [--demo] [--no-console]
  --demo        载入演示县 / load a county to play with
  --no-console  只启动接口 / serve the API alone`;

export function readFlags(args: string[]): Flags {
  try {
    const { values } = parseArgs({
      // pnpm 10 hands over a separating "--" as it stands.
      args: args.filter((arg) => arg !== '--'),
      options: {
        demo: { type: 'boolean' },
        'no-console': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
      strict: true,
    });
    return { demo: values.demo ?? false, console: !values['no-console'], help: values.help ?? false };
  } catch {
    throw new BootError(`参数有误。用法：${startUsage}`, `Unknown argument. Usage: ${startUsage}`);
  }
}
