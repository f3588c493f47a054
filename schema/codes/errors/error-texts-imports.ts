import type { Bilingual } from '../lang.ts';

/** What an import says of a row beside what is said wherever such a record is written. */
export const imports = {
  HOUSEHOLD_NOT_TOLD: {
    zh: '未写明是哪一户：请填写户主身份证号、户编号，或户主姓名和出生日期',
    en: "The row does not tell the household: give the head's resident id, the household's number, or the head's name and birth date",
  },
  NEW_HOUSEHOLD_NEEDS_ID: {
    zh: '县内没有登记这一户；新登记的户须有户主身份证号，请在表中补填',
    en: "No such household is on record, and a new one needs the head's resident id: add it to the list",
  },
  COLUMN_UNDECIDED: {
    zh: '有的列是什么不能确定：可能写着结对何时结束、由谁帮扶、是否已解除、死亡、注销或未完成，或与另一列、与以前所指定的不一致；请指明它们各是什么列，或指明不读取',
    en: 'It is not clear what some columns are: they may say when a pairing ended, who helps or whether something is over, or they contradict another column or what was said before. Say what each is, or that it is not read',
  },
  ROW_IS_OVER: {
    zh: '此行写明已解除、死亡、注销、迁出、作废或未完成，不按正在有效的记录导入；已有记录请在系统中办理，确与该记录无关的，请指明不读取此列',
    en: 'The row says that it is over, void or was not done: it is not taken in as one that runs. End or close what is on record by hand; if the words are of something else, say that the column is not read',
  },
  STATE_UNCLEAR: {
    zh: '看不出这里写的是仍然有效还是已经终止；请改用通行的字样，或指明不读取此列',
    en: 'It is not clear whether this says that it runs or that it is over; use the usual words, or say that the column is not read',
  },
  NOTE_SPEAKS_OF_END: {
    zh: '备注提到死亡、注销、迁出、解除等情况，仍按有效记录导入，请核对',
    en: 'The note speaks of a death, a move or an end, and the row is taken in as one that runs; please check',
  },
  HEADING_UNKNOWN: {
    zh: '文件中没有这个表头',
    en: 'The file has no such heading',
  },
  HEADINGS_CHANGE: {
    zh: '工作表中不止一张表：这一行处另有表头，与上面的不同；请把各表分到不同的工作表或文件后再导入',
    en: 'The sheet holds more than one table: at this row stand other headings than above. Put each table on a sheet or into a file of its own',
  },
  SECTION_OVER: {
    zh: '这一行说明其下（或其上）的行已结束、作废或只是示例，这些行不能按正常的登记；请把它们分到另外的表中，或删去这一行',
    en: 'This row says that the rows below (or above) it are over, void or an example, so they cannot be taken in like the others. Move them to another sheet, or delete the row',
  },
  SHEET_UNDECIDED: {
    zh: '工作表是隐藏的，或其名称、标题说明它已结束、作废、是历史数据或示例；确要导入的，请指定要读取的工作表',
    en: 'The sheet is hidden, or its name or title says that it is over, void, of former times or an example. If it is to be imported, say which sheets to read',
  },
  CELL_STRUCK: {
    zh: '单元格中有划掉的文字，划掉以后以什么为准不能确定；请改为实际内容',
    en: 'Text in the cell is crossed out, and it is not clear what holds instead; write what is meant',
  },
  CELL_DITTO: {
    zh: '写的是“同上”一类的字样，请填写实际内容',
    en: 'It says "as above"; write what is meant',
  },
  MONTH_FOR_DAY: {
    zh: '只写到月：开始按当月第一天、结束按当月最后一天登记，请核对',
    en: 'Only a month is given: taken for its first day as a beginning and for its last day as an end; please check',
  },
  END_IN_FUTURE: {
    zh: '结束日期还没有到：按仍在结对登记，到期后请办理结束',
    en: 'The end is still to come: the pairing is taken in as going on; end it when the day has come',
  },
  DATE_AFTER_LIST: {
    zh: '日期晚于名单所述的日期，请核对两者哪个有误',
    en: 'The date is after the day the list speaks of; please check which of the two is wrong',
  },
  PHONES_LEFT_OUT: {
    zh: '有多个电话：只登记第一个',
    en: 'Several phone numbers: only the first is kept',
  },
} as const satisfies Record<string, Bilingual>;
