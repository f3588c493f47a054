import { webhookJobs } from '#modules/webhook/webhook.jobs.ts';
import type { Person } from '#tests/factories/people/people.ts';
import { places } from '#tests/factories/places/divisions.ts';
import type { TestApp } from '#tests/setup/app.ts';
import { follow, newestCursor } from './changes.ts';

const inputs: Readonly<Record<string, string>> = {
  createWebhook: 'CreateWebhookInput',
  redeliverWebhook: 'RedeliverInput',
};

/** Verbs about webhooks, and delivery rounds. */
export function webhookActs(test: TestApp) {
  async function mutate(by: Person, name: string, input: object, selection = '__typename') {
    const type = inputs[name] ?? 'WebhookInput';
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
    return test.send<Record<string, { secret: string; webhook: { id: string }; delivery: { id: string } }>>(
      document,
      { input },
      by.session,
    );
  }
  async function made(by: Person, input: object) {
    const all = { name: '同步', divisionCode: places.county, ...input };
    const answer = await mutate(by, 'createWebhook', all, 'secret webhook { id }');
    if (!answer.data?.createWebhook) throw new Error(JSON.stringify(answer.errors));
    const { secret, webhook } = answer.data.createWebhook;
    return { id: webhook.id, secret };
  }
  /** One delivering process: `begin` starts what there is to deliver, `round` waits until all of it has ended. */
  function deliverer(by: Person) {
    const { handlers, settle } = webhookJobs(() => test.app.systemContext());
    const begin = async () => {
      // Waits until everything written can be read.
      await follow(test, by.session, await newestCursor(test, by.session));
      await handlers.webhook?.({}, new AbortController().signal);
    };
    const round = async () => {
      await begin();
      await settle?.();
    };
    return { begin, round };
  }
  return { mutate, made, deliverer };
}
