import { parseArgs } from 'node:util';
import { validateArgument } from '#api/schema/validate.ts';
import { resetSecondFactor } from '#modules/identity/second-factor/reset.service.ts';
import { createUser, startPasswordReset } from '#modules/identity/user/new-user.service.ts';
import { userIdOf } from '#modules/identity/user/user.service.ts';
import { commandLineViewer } from '#modules/imports/batch/imports.policy.ts';
import { Role } from '#schema/codes/organization.codes.ts';
import { ResetSecondFactorInput } from '#schema/identity/second-factor.type.ts';
import { CreateUserInput, GrantInput, StartPasswordResetInput } from '#schema/identity/user.type.ts';
import { UsageError } from '#server/cli/command.ts';
import type { Io } from '#server/cli/io.ts';
import type { Services, WithServices } from '#server/cli/services.ts';

export const usage = `user add USERNAME --role ROLE [--division CODE] [--name NAME] | user reset USERNAME | user reset-second-factor USERNAME --reason TEXT
  添加用户，或让其重设密码：链接 24 小时内有效，只显示一次；不写 --division 即全国，县、乡、村的角色必须写；
  reset-second-factor 取消其二次验证（丢失手机和恢复码时），本人的登录随即退出，须写明原因
  add a user, or have one choose a new password: the link lasts 24 hours and is printed once; without --division the whole country, which
  roles of a county, township or village cannot have;
  reset-second-factor takes the second factor away of who has lost phone and recovery codes, ends the sessions and wants a reason`;

export async function run(args: string[], io: Io, withServices: WithServices): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      division: { type: 'string' },
      name: { type: 'string' },
      reason: { type: 'string' },
    },
  });
  const [verb, username, ...more] = positionals;
  if (!username || more.length > 0) {
    throw new UsageError(
      '请给出 add、reset 或 reset-second-factor 与用户名。',
      'Give add, reset or reset-second-factor with a user name.',
    );
  }
  if (verb === 'reset') return withServices((services) => reset(services, username, io));
  if (verb === 'reset-second-factor') {
    const { reason } = values;
    if (!reason) throw new UsageError('请用 --reason 写明原因。', 'Say why with --reason.');
    return withServices((services) => withoutSecondFactor(services, username, reason, io));
  }
  if (verb !== 'add') {
    throw new UsageError(
      '请给出 add、reset 或 reset-second-factor。',
      'Give add, reset or reset-second-factor.',
    );
  }
  const role = Role.parse(values.role ?? '');
  if (role === null) {
    const known = Role.keys.join(' ');
    throw new UsageError(`--role 应为以下之一：${known}`, `--role should be one of: ${known}`);
  }
  const divisionCode = values.division ?? null;
  const grant = Object.assign(new GrantInput(), { role, divisionCode });
  const input = Object.assign(new CreateUserInput(), {
    username,
    displayName: values.name ?? username,
    divisionCode,
    grants: [grant],
  });
  return withServices((services) => add(services, input, io));
}

async function add(services: Services, input: CreateUserInput, io: Io): Promise<number> {
  await validateArgument(input, 'input');
  const { resetToken, expiresAt } = await createUser(asCommandLine(services), input);
  printResetLink(services, io, resetToken, expiresAt);
  return 0;
}

async function reset(services: Services, username: string, io: Io): Promise<number> {
  const ctx = asCommandLine(services);
  const input = Object.assign(new StartPasswordResetInput(), { userId: await userIdOf(ctx, username) });
  const { resetToken, expiresAt } = await startPasswordReset(ctx, input);
  printResetLink(services, io, resetToken, expiresAt);
  return 0;
}

async function withoutSecondFactor(
  services: Services,
  username: string,
  reason: string,
  io: Io,
): Promise<number> {
  const ctx = asCommandLine(services);
  const input = Object.assign(new ResetSecondFactorInput(), {
    userId: await userIdOf(ctx, username),
    reason,
  });
  await validateArgument(input, 'input');
  await resetSecondFactor(ctx, input);
  io.say(
    `已取消 ${username} 的二次验证，其登录均已退出 / the second factor of ${username} is gone and the sessions have ended`,
  );
  return 0;
}

const asCommandLine = ({ ctx }: Services) => ({ ...ctx, viewer: commandLineViewer('') });

function printResetLink(
  { config }: Services,
  io: Io,
  resetToken: string | null,
  expiresAt: string | null,
): void {
  const address = config.publicUrl ?? `http://${config.host}:${config.port}`;
  io.say(
    `请将链接交给本人设置密码，${expiresAt} 前有效，只显示这一次 / hand this link to the person to choose a password; good until ${expiresAt}, shown only this once`,
  );
  io.print(`${address}/#/reset/${resetToken}`);
}
