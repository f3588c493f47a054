import { normaliseHeading, withoutRemarks } from '#platform/sheet/header/heading.ts';

/** 走访日期 of a second quarter, 走访日期2, 实际走访日期; not 下次走访日期, which is still to come, nor 走访结束时间. */
const DAY_OF_VISIT =
  /^(?!.*(?:下次|下一次|计划|拟|预计|应|结束|离开)).*(?:走访|入户|上门|探访|遍访|回访|家访|慰问|访问).*(?:日期|时间|年月日|日)(?:[\d一二三四五六七八九十]+|\([\d一二三四五六七八九十]+\))?$/;

const WHO_CAME =
  /^(?:实际|代|替|代替|替代|更正后?的?)(?:走访|入户|上门|探访)(?:人|人员|干部|责任人)(?:姓名)?$|^(?:走访|入户)人(?:员)?[2二]$/;

/** Whether an unrecognised heading may name who made the visit instead: 实际走访人, 代走访人. */
export const maySpeakOfVisitor = (heading: string): boolean => WHO_CAME.test(normaliseHeading(heading));

/** Whether an unrecognised heading, or a second recognised one, may hold days of visits. */
export const maySpeakOfVisit = (heading: string): boolean =>
  DAY_OF_VISIT.test(withoutRemarks(normaliseHeading(heading)));
