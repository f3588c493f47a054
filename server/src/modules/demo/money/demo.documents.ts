import { writeFundRows } from '#modules/fund/document/list/fund-documents.service.ts';
import type { KnownDocument, KnownLine } from '#modules/fund/document/list/fund-index.ts';
import type { WorkContext } from '#platform/core/context.ts';
import { pinyinKeys } from '#platform/people/pinyin.ts';
import type { FundLevel } from '#schema/codes/money/document.codes.ts';
import type { ProjectKind } from '#schema/codes/money/project.codes.ts';
import { project } from '#schema/project/project.table.ts';
import { insertRows } from '../demo.queries.ts';

interface Frame {
  readonly countyCode: string;
  readonly today: string;
  readonly now: string;
  readonly nextId: () => string;
}

interface Line {
  readonly level: FundLevel;
  readonly task: string;
  readonly yuan: bigint;
  readonly isDirect?: true;
  /** The document that its remarks name: its money passed on, or taken back in part. */
  readonly of?: string;
}

interface Paper {
  readonly number: string;
  readonly title: string;
  /** Months and days of the year; of an early release those of the year before. */
  readonly issued: string;
  readonly received: string;
  readonly isEarly?: true;
  readonly lines: readonly Line[];
}

const CONSOLIDATION = '巩固拓展脱贫攻坚成果和乡村振兴任务';
const WORK_RELIEF = '以工代赈任务';

/** A year of invented documents, in the shape in which a county keeps its list. */
const papersOf = (year: number): readonly Paper[] => [
  {
    number: `冀财农〔${year - 1}〕9901号`,
    title: `关于提前下达${year}年中央及省级财政常态化帮扶资金预算的通知（演示）`,
    ...{ issued: '12-04', received: '12-12', isEarly: true },
    lines: [
      { level: 'CENTRAL', task: CONSOLIDATION, yuan: 32_900_000n, isDirect: true },
      { level: 'PROVINCIAL', task: CONSOLIDATION, yuan: 13_900_000n },
      { level: 'CENTRAL', task: WORK_RELIEF, yuan: 3_120_000n, isDirect: true },
    ],
  },
  {
    number: `魏财农〔${year}〕9903号`,
    title: `关于安排魏县${year}年县级常态化帮扶资金的通知（演示）`,
    ...{ issued: '01-08', received: '01-08' },
    lines: [{ level: 'COUNTY', task: CONSOLIDATION, yuan: 15_000_000n }],
  },
  {
    number: `冀财农〔${year}〕9908号`,
    title: `关于下达${year}年财政常态化帮扶资金预算的通知（演示）`,
    ...{ issued: '03-04', received: '03-09' },
    lines: [{ level: 'PROVINCIAL', task: WORK_RELIEF, yuan: 8_210_000n }],
  },
  {
    number: `邯财农〔${year}〕9910号`,
    title: `关于转下达${year}年省级财政常态化帮扶资金预算的通知（演示）`,
    ...{ issued: '03-16', received: '03-19' },
    lines: [{ level: 'PROVINCIAL', task: WORK_RELIEF, yuan: 8_210_000n, of: `冀财农〔${year}〕9908号` }],
  },
  {
    number: `邯财农〔${year}〕9916号`,
    title: `关于下达${year}年市级财政常态化帮扶资金的通知（演示）`,
    ...{ issued: '04-14', received: '04-17' },
    lines: [{ level: 'CITY', task: CONSOLIDATION, yuan: 1_920_000n }],
  },
  {
    number: `冀财农〔${year}〕9941号`,
    title: `关于收回${year}年财政常态化帮扶资金的通知（演示）`,
    ...{ issued: '09-11', received: '09-15' },
    lines: [{ level: 'PROVINCIAL', task: WORK_RELIEF, yuan: -230_000n, of: `冀财农〔${year}〕9908号` }],
  },
];

const projects: readonly (readonly [name: string, kind: ProjectKind, yuan: bigint])[] = [
  ['演示：设施蔬菜大棚建设', 'INDUSTRY', 6_800_000n],
  ['演示：鸭梨深加工车间', 'INDUSTRY', 9_500_000n],
  ['演示：脱贫劳动力交通补助', 'EMPLOYMENT', 1_200_000n],
  ['演示：村内道路硬化', 'CONSTRUCTION', 4_300_000n],
  ['演示：雨露计划职业教育补助', 'GUARANTEES', 900_000n],
  ['演示：项目管理费', 'MANAGEMENT_FEE', 320_000n],
];

/** Documents of the year up to today with their lines in the books, and projects to spend them on. */
export async function storeDocuments(
  work: WorkContext,
  villageCodes: readonly string[],
  { countyCode, today, now, nextId }: Frame,
): Promise<void> {
  const year = Number(today.slice(0, 4));
  const fund = { id: nextId(), status: 'OPEN', fiscalYear: year, name: `${year}年财政帮扶资金` };
  const papers = papersOf(year).filter(({ received, isEarly }) => isEarly || `${year}-${received}` <= today);
  const made: { line: KnownLine; document: KnownDocument }[] = [];
  for (const { number, title, issued, received, isEarly = false, lines } of papers) {
    const of = isEarly ? year - 1 : year;
    const document = {
      ...{ countyCode, id: nextId(), kind: 'INDICATOR', number, title, budgetYear: year, isEarly },
      ...{ issuedOn: `${of}-${issued}`, receivedOn: `${of}-${received}`, recordedAt: now, recordedBy: null },
    };
    for (const line of lines) {
      const tied = made.find((one) => one.document.number === line.of)?.line.id ?? null;
      const isReissue = tied !== null && line.yuan > 0n;
      made.push({
        document,
        line: lineOf({ line, document, fundId: fund.id, tied, isReissue, id: nextId() }),
      });
    }
  }
  const documents = [...new Set(made.map(({ document }) => document))];
  await writeFundRows(work, countyCode, { funds: [fund], documents, lines: made, stated: [] });
  const rows = projects.map(([name, kind, yuan], at) => ({
    ...{
      countyCode,
      id: nextId(),
      number: `YS-${year}-${String(at + 1).padStart(3, '0')}`,
      name,
      kind,
      year,
    },
    pinyin: pinyinKeys(name, 'place'),
    divisionCode: villageCodes[at] ?? countyCode,
    budget: yuan * 100n,
    createdAt: now,
  }));
  await insertRows(work, project, rows);
}

interface MadeLine {
  readonly id: string;
  readonly line: Line;
  readonly document: KnownDocument;
  readonly fundId: string;
  readonly tied: string | null;
  readonly isReissue: boolean;
}

const lineOf = ({ id, line, document, fundId, tied, isReissue }: MadeLine): KnownLine => ({
  ...{
    countyCode: document.countyCode,
    id,
    documentId: document.id,
    documentNumber: document.number,
    fundId,
  },
  ...{ level: line.level, task: line.task, isDirect: line.isDirect ?? false, amount: line.yuan * 100n },
  ...{
    projectCode: null,
    functionCode: line.yuan > 5_000_000n ? '2130505' : '2130504',
    economicCode: '51301',
  },
  ...{ statedAllocated: null, statedDisbursed: null, statedPaid: null, transferId: null },
  note: line.of ? `${isReissue ? '转发' : '收回'}${line.of}${isReissue ? '' : '部分资金'}` : null,
  reissueOfId: isReissue ? tied : null,
  reissue: isReissue ? 'ASKED' : null,
  ...{ reissueDecidedBy: null, reissueDecidedAt: null, recordedBy: null },
  reducesId: isReissue ? null : tied,
  recordedAt: document.recordedAt,
});
