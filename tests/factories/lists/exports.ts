import type { TestApp } from '#tests/setup/app.ts';

export interface Job {
  id: string;
  status: string;
  type: string;
  fields: string[];
  total: number | null;
  done: number;
  byteSize: number | null;
  failure: string | null;
  expiresAt: string | null;
  purpose: string;
  isMine: boolean;
}

interface Caller {
  readonly session?: string | null;
  readonly headers?: Record<string, string>;
}

const fields =
  'id status type fields total done byteSize failure expiresAt purpose isMine startedBy divisionCode';
export const exportDocuments = {
  start: `mutation ($input: StartExportInput!) { startExport(input: $input) { exportJob { ${fields} } } }`,
  cancel: `mutation ($input: CancelExportInput!) { cancelExport(input: $input) { exportJob { ${fields} } } }`,
  retry: `mutation ($input: RetryExportInput!) { retryExport(input: $input) { exportJob { ${fields} } } }`,
  read: `query ($id: ID!) { exportJob(id: $id) { ${fields} } }`,
  list: `query ($filter: ExportJobFilter) { exportJobs(filter: $filter, first: 100) { totalCount nodes { ${fields} } } }`,
};

export const purpose = '季度工作总结统计';

/** The steps of an export as a user takes them. */
export function exportSteps(test: TestApp) {
  const start = (who: Caller, input: object) =>
    test.send<{ startExport: { exportJob: Job } }>(
      exportDocuments.start,
      { input: { format: 'JSONL', purpose, ...input } },
      who.session,
      who.headers,
    );
  async function read(who: Caller, id: string): Promise<Job> {
    const answer = await test.send<{ exportJob: Job }>(
      exportDocuments.read,
      { id },
      who.session,
      who.headers,
    );
    if (!answer.data) throw new Error(`no export: ${answer.errors?.[0]?.extensions.code}`);
    return answer.data.exportJob;
  }
  /** Starts an export that must be accepted, and returns its id. */
  async function startAccepted(who: Caller, input: object): Promise<string> {
    const answer = await start(who, input);
    const id = answer.data?.startExport.exportJob.id;
    if (!id) throw new Error(`refused: ${JSON.stringify(answer.errors)}`);
    return id;
  }
  async function run(who: Caller, input: object): Promise<Job> {
    const id = await startAccepted(who, input);
    await test.app.jobs.drain();
    return read(who, id);
  }
  async function download(who: Caller, id: string) {
    return test.app.http.inject({
      url: `/exports/${encodeURIComponent(id)}`,
      headers: { ...(who.session ? { cookie: `bangfu=${who.session}` } : {}), ...who.headers },
    });
  }
  /** The objects of a finished JSON Lines file. */
  async function lines(who: Caller, input: object): Promise<Record<string, unknown>[]> {
    const job = await run(who, input);
    if (job.status !== 'DONE') throw new Error(`${job.status} ${job.failure}`);
    const file = await download(who, job.id);
    return linesOf(file.body);
  }
  return { start, read, startAccepted, run, download, lines };
}

export const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
