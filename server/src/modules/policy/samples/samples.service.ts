import { today } from '#platform/core/clock.ts';
import type { Context, WorkContext } from '#platform/core/context.ts';
import { notFound } from '#platform/core/errors.ts';
import { command } from '#platform/write/command.ts';
import type { LoadSamplePoliciesInput } from '#schema/policy/policy.input.ts';
import { mayWritePolicies } from '../policy.policy.ts';
import { lockCounty, namesOfSamples } from '../policy.queries.ts';
import { addDraft } from '../policy.service.ts';
import { samplePolicies } from './sample-policies.ts';

export async function loadSamplePolicies(ctx: Context, input: LoadSamplePoliciesInput) {
  const { countyCode } = input;
  return command(ctx, 'loadSamplePolicies', countyCode, input, async (work) => {
    if (!mayWritePolicies(ctx, countyCode) || !(await lockCounty(work, countyCode)))
      throw notFound('input.countyCode');
    const ids = await addSamples(work, countyCode);
    return { reliefPolicies: ids.map((id) => [countyCode, id]) };
  });
}

/** Adds the samples that the county does not have yet, as drafts, and gives back their ids. */
export async function addSamples(work: WorkContext, countyCode: string): Promise<string[]> {
  const known = new Set(await namesOfSamples(work, countyCode));
  const fromOn = `${today(work.clock).slice(0, 4)}-01-01`;
  const ids: string[] = [];
  for (const sample of samplePolicies.filter(({ name }) => !known.has(name)))
    ids.push(
      await addDraft(
        work,
        { ...sample, countyCode, fromOn },
        { action: 'loadSamplePolicies', isSample: true },
      ),
    );
  return ids;
}
