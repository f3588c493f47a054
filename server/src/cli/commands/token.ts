import { parseArgs } from 'node:util';
import { validateArgument } from '#api/schema/validate.ts';
import { viewerNamed } from '#modules/identity/session/identity.service.ts';
import { createToken } from '#modules/identity/token/token.service.ts';
import { addDays, today } from '#platform/core/clock.ts';
import { CreateTokenInput } from '#schema/identity/token.type.ts';
import { UsageError } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';
import type { Services, WithServices } from '#server/cli/services.ts';

export const usage = `token create USERNAME --division CODE --rights RIGHT,… [--days N] [--name NAME] [--points N]
  以该用户的名义签发接口令牌，默认 90 天，只显示一次
  issue an API token in the name of this user, for 90 days unless --days says otherwise, printed once
  --points N    每分钟点数 / points a minute`;

export async function run(args: string[], io: Io, withServices: WithServices): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      division: { type: 'string' },
      rights: { type: 'string' },
      days: { type: 'string', default: '90' },
      name: { type: 'string', default: 'command line' },
      points: { type: 'string' },
    },
  });
  const [verb, username, ...more] = positionals;
  if (verb !== 'create' || !username || more.length > 0 || !values.division || !values.rights) {
    throw new UsageError(
      '请给出 create、用户名、--division 和 --rights。',
      'Give create, a user name, --division and --rights.',
    );
  }
  const { name, division: divisionCode, rights, points } = values;
  if (points !== undefined && !/^\d{1,9}$/.test(points)) {
    throw new UsageError('--points 应为整数。', '--points should be a whole number.');
  }
  const pointsPerMinute = points === undefined ? null : Number(points);
  const wanted = { username, name, divisionCode, rights, pointsPerMinute };
  const days = /^\d{1,3}$/.test(values.days) ? Number(values.days) : 0;
  if (days < 1) throw new UsageError('--days 应为 1 到 366。', '--days should be 1 to 366.');
  return withServices((services) => create(services, wanted, days, io));
}

interface Wanted {
  readonly username: string;
  readonly name: string;
  readonly divisionCode: string;
  readonly rights: string;
  readonly pointsPerMinute: number | null;
}

async function create({ ctx }: Services, wanted: Wanted, days: number, io: Io): Promise<number> {
  const input = Object.assign(new CreateTokenInput(), {
    name: wanted.name,
    divisionCode: wanted.divisionCode,
    rights: wanted.rights.split(',').map((right) => right.trim()),
    pointsPerMinute: wanted.pointsPerMinute,
    expiresOn: addDays(today(ctx.clock), days),
  });
  await validateArgument(input, 'input');
  const { secret } = await createToken({ ...ctx, viewer: await viewerNamed(ctx, wanted.username) }, input);
  io.say(`有效至 ${input.expiresOn}，只显示这一次 / good until ${input.expiresOn}, shown only this once`);
  io.print(String(secret));
  return 0;
}
