import { divisionExists } from '#modules/division/division.service.ts';
import { namesOfOrganizations } from '#modules/organization/organization.bulk.service.ts';
import { organizationEntity } from '#modules/organization/organization.entity.ts';
import { reaches, reachOf } from '#platform/access/viewer.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { invalid, notFound } from '#platform/core/errors.ts';
import { newId } from '#platform/core/ids.ts';
import { tidy } from '#platform/core/tidy.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import { countyOf } from '#platform/read/county-of.ts';
import { partsOfId } from '#platform/read/parts-of-id.ts';
import { command } from '#platform/write/command.ts';
import { edit } from '#platform/write/edit.ts';
import { checkVersion, lockRow } from '#platform/write/lock.ts';
import { insert } from '#platform/write/write.ts';
import type { CreateProjectInput, UpdateProjectInput } from '#schema/project/project.type.ts';
import { foldLine } from '#schema/text.ts';
import { projectEntity } from './project.entity.ts';

const named = (text: string) => {
  const name = foldLine(text);
  return { name, pinyin: pinyinKeys(name, 'place') };
};

export async function createProject(ctx: Context, input: CreateProjectInput) {
  const { clientMutationId: _, name, organizationId, ...fields } = input;
  const countyCode = fields.divisionCode.slice(0, 6);
  return command(ctx, 'createProject', countyCode, input, async (work) => {
    await checkPlace(work, fields.divisionCode);
    const row = {
      ...tidy(fields, ['number']),
      ...named(name),
      organizationId: await organizationOf(work, countyCode, organizationId),
      countyCode,
      id: newId(),
      createdAt: ctx.clock.now().toISOString(),
    };
    const made = await insert(work, projectEntity, row, { action: 'createProject' });
    return { project: [countyCode, made.id] };
  });
}

export async function updateProject(ctx: Context, input: UpdateProjectInput) {
  const countyCode = countyOf(projectEntity, input.id, 'input.id');
  return command(ctx, 'updateProject', countyCode, input, async (work) => {
    const before = await lockRow(work, projectEntity, input.id, 'input.id', 'project.write');
    checkVersion(before, input.expectedVersion);
    const { id: _, clientMutationId: __, expectedVersion: ___, name, organizationId, ...fields } = input;
    const { divisionCode = before.divisionCode } = fields;
    if (divisionCode !== null && divisionCode !== before.divisionCode) {
      await checkPlace(work, divisionCode);
      if (!divisionCode.startsWith(countyCode)) throw invalid({ 'input.divisionCode': 'OTHER_COUNTY' });
    }
    const changes = {
      ...tidy(fields, ['number']),
      ...(name ? named(name) : { name }),
      organizationId:
        organizationId === undefined ? undefined : await organizationOf(work, countyCode, organizationId),
    };
    await edit(work, projectEntity, before, changes, { action: 'updateProject' });
    return { project: [countyCode, before.id] };
  });
}

/** A division out of reach is reported like one that does not exist. */
async function checkPlace(work: WorkContext, divisionCode: string): Promise<void> {
  const isCovered = reaches(reachOf(work.viewer, 'project.write'), divisionCode);
  if (!isCovered || !(await divisionExists(work, divisionCode))) throw notFound('input.divisionCode');
  if (divisionCode.length < 6) throw invalid({ 'input.divisionCode': 'DIVISION_LEVEL_WRONG' });
}

async function organizationOf(work: WorkContext, countyCode: string, id: string | null | undefined) {
  if (!id) return null;
  const [county, organizationId = ''] = partsOfId(organizationEntity, id, 'input.organizationId');
  const [found] = county === countyCode ? await namesOfOrganizations(work, countyCode, [organizationId]) : [];
  if (!found) throw notFound('input.organizationId');
  return organizationId;
}
