import type { Context } from '#platform/core/context.ts';
import { notFound } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { insert } from '#platform/write/write.ts';
import type {
  CreateOrganizationInput,
  UpdateOrganizationInput,
} from '#schema/organization/organization.type.ts';
import { foldName } from '#schema/text.ts';
import { organizationEntity } from './organization.entity.ts';
import { mayWriteOrganizations } from './organization.policy.ts';
import { countyExists } from './organization.queries.ts';

const named = (text: string) => {
  const name = foldName(text);
  return { name, pinyin: pinyinKeys(name, 'place') };
};

export async function createOrganization(ctx: Context, input: CreateOrganizationInput) {
  const { countyCode } = input;
  return command(ctx, 'createOrganization', countyCode, input, async (work) => {
    if (!mayWriteOrganizations(ctx, countyCode) || !(await countyExists(work, countyCode)))
      throw notFound('input.countyCode');
    const row = {
      ...named(input.name),
      countyCode,
      id: newId(),
      level: input.level,
      createdAt: ctx.clock.now().toISOString(),
    };
    const made = await insert(work, organizationEntity, row, { action: 'createOrganization' });
    return { organization: [countyCode, made.id] };
  });
}

export async function updateOrganization(ctx: Context, input: UpdateOrganizationInput) {
  const countyCode = countyOf(organizationEntity, input.id, 'input.id');
  return command(ctx, 'updateOrganization', countyCode, input, async (work) => {
    const before = await lockRow(work, organizationEntity, input.id, 'input.id', 'organization.write');
    checkVersion(before, input.expectedVersion);
    const { name, level } = input;
    const changes = { ...(name ? named(name) : { name }), level };
    await edit(work, organizationEntity, before, changes, { action: 'updateOrganization' });
    return { organization: [before.countyCode, before.id] };
  });
}
