import type { Bilingual } from '../lang.ts';

export const persons = {
  ID_LENGTH: { zh: '身份证号应为 18 位', en: 'A resident id has 18 characters' },
  ID_CHECKSUM: { zh: '身份证号校验位不正确', en: 'The check digit of the resident id is wrong' },
  ID_DATE: { zh: '身份证号中的出生日期不正确', en: 'The birth date in the resident id is wrong' },
  ID_REGION: { zh: '身份证号的地区码不正确', en: 'The region in the resident id does not exist' },
  ID_CHARACTERS: { zh: '身份证号含有非法字符', en: 'The resident id contains other characters than digits' },
  ID_PRECISION_LOST: {
    zh: '身份证号被表格转成数字，末几位已丢失，请改为文本格式重新填写',
    en: 'The spreadsheet turned the resident id into a number and lost digits; enter it again as text',
  },
  ID_SEX_MISMATCH: { zh: '性别与身份证号不一致', en: 'The sex does not match the resident id' },
  ID_BIRTH_MISMATCH: { zh: '出生日期与身份证号不一致', en: 'The birth date does not match the resident id' },
  DISABILITY_CERTIFICATE_INVALID: {
    zh: '残疾人证号应为 20 或 22 位且前 18 位为身份证号',
    en: 'A disability certificate is a resident id followed by two or four digits',
  },
  DUPLICATE_PERSON: { zh: '此人已登记在另一户', en: 'This person is registered in another household' },
  HEAD_EXISTS: { zh: '该户已有户主', en: 'The household has a head already' },
  HEAD_MISSING: { zh: '该户没有户主', en: 'The household has no head' },
  HEAD_CANNOT_LEAVE: { zh: '请先变更户主', en: 'Name another head first' },
  TWO_SPOUSES: { zh: '户主已有配偶', en: 'The head has a spouse already' },
  PUPIL_XOR_EDUCATION: {
    zh: '文化程度与在校生状况只能填一项',
    en: 'Give either the education or the school status, not both',
  },
  NUMBER_WITHOUT_DOCUMENT: { zh: '暂无证件者不填证件号码', en: 'Without a document there is no number' },
  HEALTH_CONTRADICTS: { zh: '健康与疾病、残疾不能同时选', en: 'Healthy excludes illness and disability' },
  NOT_LEFT: { zh: '该成员在户', en: 'The member is in the household' },
  MEMBER_LEFT: { zh: '该成员已不在户内', en: 'This person has left the household' },
  ALREADY_HEAD: { zh: '此人已是户主', en: 'This person is the head already' },
  PERSON_DIED: { zh: '此人已登记死亡', en: 'This person is on record as dead' },
  NAME_MISMATCH: {
    zh: '姓名与该证件号登记的姓名不一致；改名请在系统中办理',
    en: 'The name is not the one on record under this number; a person is renamed by hand',
  },
  HEAD_CHANGED: {
    zh: '该户的户主已是另一人，请填写与现户主的关系',
    en: 'Another member is the head by now; give the relation to the present head',
  },
  RESIDENT_ID_CORRECTED: {
    zh: '此人的证件号已更正，名册上仍是原来的号码，请核对',
    en: 'The number of this person was corrected on record and the list has the former one; please check',
  },
  POSSIBLE_DUPLICATE: {
    zh: '户内已有姓名和出生日期相同、证件号不同或没有证件号的成员，或同日出生、尚未取名的孩子，请核对',
    en: 'The household has a member of this name and birth date under another number or none, or a child of this birth date without a name yet; please check',
  },
  LIKELY_DOUBLE: {
    zh: '县内已有姓名和出生日期相同、证件号不同或没有证件号的人员，或户内已有同日出生、没有证件号的成员，请核对是否同一人',
    en: 'Somebody of this name and birth date is in the county under another number or none, or the household has a member of this birth date without a number; please check whether it is the same person',
  },
  NAME_HOLDS_NUMBER: {
    zh: '姓名或名称中含有证件号或电话号码，请填到各自的栏目',
    en: 'The name holds an id or phone number; please give it where it belongs',
  },
  NAME_HAS_REMARK: {
    zh: '姓名旁带有括号或其他说明；请只填姓名，说明写在备注中',
    en: 'There is something in brackets or another remark with the name; give the name alone and put it into the remarks',
  },
  NAME_HAS_MARK: {
    zh: '姓名带有数字等区分同名的标记，已作为姓名的一部分录入，请核对',
    en: 'A number or another mark that tells namesakes apart was taken as a part of the name; please check',
  },
  SEVERAL_NAMES: {
    zh: '单元格内有多个姓名，每人请单独填写',
    en: 'The cell has several names; give each person a cell',
  },
  MEMBER_UNKNOWN: { zh: '该户没有此成员', en: 'No such member in this household' },
} satisfies Record<string, Bilingual>;

export const households = {
  COUNTY_UNKNOWN: { zh: '没有此县区', en: 'No such county' },
  TOWNSHIP_UNKNOWN: { zh: '本县没有此乡镇', en: 'No such township in this county' },
  VILLAGE_UNKNOWN: { zh: '该乡镇没有此村', en: 'No such village in this township' },
  VILLAGE_AMBIGUOUS: {
    zh: '有多个同名村，请写明乡镇或全称',
    en: 'Several villages have this name; give the township or the full name',
  },
  DIVISION_UNKNOWN: { zh: '没有此行政区划', en: 'No such division' },
  DIVISION_LEVEL_WRONG: { zh: '行政区划的级别不对', en: 'The division is of the wrong level' },
  DIVISION_NOT_LOADED: { zh: '该县区划尚未载入', en: 'The divisions of this county have not been loaded' },
  OUTSIDE_SCOPE: { zh: '不在您的管辖范围内', en: 'Outside your area' },
  HOUSEHOLD_UNKNOWN: { zh: '没有此户', en: 'No such household' },
  HOUSEHOLD_CLOSED: { zh: '该户已合并、迁出或销户', en: 'The household is merged, moved or closed' },
  HOUSEHOLD_AMBIGUOUS: {
    zh: '有多户符合，请补充户主身份证号',
    en: 'Several households match; give the resident id of the head',
  },
  CATEGORY_OVERLAP: { zh: '同一天只能有一个类别', en: 'A household has one category on any day' },
  HOUSEHOLD_NUMBER_DIFFERS: {
    zh: '户编号与户主登记的不是同一户',
    en: 'The household number and the head on record are of different households',
  },
  CHANGED_SINCE: {
    zh: '该项登记后有变更，与名册不一致；名册更新的，请注明名册日期后重新导入',
    en: 'This was changed on record and the list says otherwise; if the list is newer, import it with its date',
  },
  VILLAGE_MISMATCH: { zh: '该户不在此村', en: 'The household is not in this village' },
  CATEGORY_SAME: { zh: '该户已是此类别', en: 'The household is in this category already' },
  OTHER_COUNTY: { zh: '只能在本县内变更', en: 'Only within the county' },
  SAME_HOUSEHOLD: { zh: '不能与本户合并', en: 'A household cannot be merged with itself' },
  NOT_CLOSED: { zh: '该户在册', en: 'The household is on the register' },
  HOUSEHOLD_MERGED: {
    zh: '该户已并入另一户，不能恢复',
    en: 'The household became part of another and cannot be reopened',
  },
  DIVISION_ABOLISHED: { zh: '该行政区划已撤销', en: 'This division has been abolished' },
  RISK_LIMIT: { zh: '每户最多登记 5 项风险', en: 'At most five risks a household' },
  RISK_EXISTS: { zh: '该风险已登记且未消除', en: 'This risk is on record and still open' },
  RISK_NOT_OPEN: { zh: '该风险已消除', en: 'This risk is no longer open' },
} satisfies Record<string, Bilingual>;

export const pairings = {
  CADRE_UNKNOWN: { zh: '没有此干部', en: 'No such cadre' },
  CADRE_AMBIGUOUS: {
    zh: '有多名同名干部，请补充电话',
    en: 'Several cadres have this name; give the phone number',
  },
  PHONE_OF_OTHER_CADRE: {
    zh: '该电话登记在另一名干部名下',
    en: 'This phone number belongs to another cadre',
  },
  CADRE_PHONE_DIFFERS: {
    zh: '该户或该单位的同名干部登记着另一个电话；换号请在系统中修改，另有其人请先在系统中登记或移交',
    en: 'The helper of this household, or a cadre of this organization, has the same name and another phone; change the phone by hand, or add the other cadre or hand over first',
  },
  PAIRING_START_DIFFERS: {
    zh: '该干部与该户的结对登记自另一日开始',
    en: 'This cadre is paired with the household from another day on',
  },
  HELPER_NAMESAKE: {
    zh: '另有同名干部登记着另一个电话，请核对是否同一人',
    en: 'There is a cadre of this name under another phone; please check whether it is the same person',
  },
  HELPERS_UNCLEAR: {
    zh: '单元格内有多个姓名，分不清是几个人或与电话对不上；请分列填写第一、第二责任人及各自电话，确为一人的请先登记此干部',
    en: 'The cell has several names that cannot be kept apart, or the phones do not match them; give the first and second helper columns of their own, or record the cadre first if it is one person',
  },
  HOUSEHOLD_WITHOUT_HELPER: {
    zh: '没有填写联系人：只登记农户，不建立结对',
    en: 'No helper is given: the household is taken in and paired with nobody',
  },
  ORGANIZATION_LEVEL_MISSING: {
    zh: '没有写明单位隶属关系，按“其他”登记，请核对',
    en: 'The level of the organization is not given; it is taken for Other, please check',
  },
  CADRE_LEFT: { zh: '该干部已离岗', en: 'The cadre has left' },
  CADRE_HAS_PAIRINGS: {
    zh: '该干部仍有结对户，请先移交',
    en: 'The cadre still has households; hand them over first',
  },
  DUPLICATE_CADRE: { zh: '已有相同姓名和电话的干部', en: 'There is a cadre with this name and phone' },
  ORGANIZATION_UNKNOWN: { zh: '没有此单位', en: 'No such organization' },
  PAIRING_UNKNOWN: { zh: '没有此结对关系', en: 'No such pairing' },
  PAIRING_ENDED: { zh: '该结对已结束', en: 'This pairing has ended' },
  MAIN_HELPER_EXISTS: { zh: '该户已有主要联系人', en: 'The household has a main helper already' },
  OVERLAPPING_PAIRING: { zh: '与已有结对的时间重叠', en: 'Overlaps another pairing' },
  LOAD_LIMIT_EXCEEDED: {
    zh: '超过每名干部的结对户数上限',
    en: 'The cadre would have more households than the county allows',
  },
  SAME_CADRE: { zh: '移交前后是同一名干部', en: 'The household is with this cadre already' },
  DATE_BEFORE_PAIRING: { zh: '日期早于结对开始日期', en: 'Before the pairing began' },
  DATE_AFTER_PAIRING: { zh: '日期晚于结对结束日期', en: 'After the pairing ended' },
} satisfies Record<string, Bilingual>;

export const transfers = {
  NOT_A_TRANSFER: { zh: '该结对不是移交产生的', en: 'This pairing was not made by a transfer' },
  TRANSFER_NOT_TODAY: {
    zh: '移交只能在当天撤销，请改为再次移交',
    en: 'A transfer can be undone on its own day only; hand over again instead',
  },
  TRANSFER_BUILT_UPON: {
    zh: '移交之后已有走访或变动，不能撤销',
    en: 'A visit or a change stands on this transfer already; it cannot be undone',
  },
} satisfies Record<string, Bilingual>;

export const visits = {
  NOT_PAIRED: { zh: '当天没有与该户结对', en: 'Not paired with this household on that day' },
  VISIT_UNKNOWN: { zh: '没有此走访记录', en: 'No such visit' },
  VISIT_WITHDRAWN: { zh: '该走访记录已撤回', en: 'This visit was withdrawn' },
  VISIT_CORRECTED: {
    zh: '该走访记录已更正为其他日期、方式或走访人',
    en: 'This visit was since corrected to another day, way or visitor',
  },
  VISIT_DIFFERS: {
    zh: '当天该走访人对该户已有走访记录且内容不同；请更正该记录',
    en: 'This visitor has a visit on record for that household and day that says otherwise; correct that one',
  },
  VISIT_EXISTS: { zh: '该走访编号已用于另一条记录', en: 'This visit id belongs to another record' },
  VISIT_SAME_DAY: {
    zh: '该干部当天已有一次对该户的走访，确为另一次走访请确认后再提交',
    en: 'This cadre has a visit to this household on that day already; confirm that this is another one',
  },
  VISIT_EMPTY: {
    zh: '请填写走访情况，或逐项确认“两不愁三保障”核查结果',
    en: 'Say what was found, or answer the checklist',
  },
  PROBLEM_CLOSED: { zh: '该问题已办结', en: 'This problem is closed' },
  PROBLEM_STEP_INVALID: {
    zh: '该问题不能从当前状态转到此状态',
    en: 'The problem cannot go from its present status to this one',
  },
  OUTCOME_REQUIRED: { zh: '请填写办理结果', en: 'Please say what came of it' },
  DUTY_NOT_OPEN: { zh: '该走访任务不能免访', en: 'This duty cannot be excused' },
  DUTY_RULE_ENDED: { zh: '该规则已结束', en: 'This rule has ended' },
  DUTY_RULE_EXISTS: {
    zh: '该类别从该日起已有走访规则',
    en: 'There is a rule for this category from that day',
  },
} satisfies Record<string, Bilingual>;

export const files = {
  FILE_MISSING: { zh: '没有收到文件', en: 'No file was received' },
  FILE_EMPTY: { zh: '文件是空的', en: 'The file is empty' },
  FILE_TOO_LARGE: { zh: '文件过大', en: 'The file is too large' },
  FILE_TYPE: { zh: '不支持此类文件', en: 'This kind of file is not supported' },
  FILE_DAMAGED: { zh: '文件已损坏，无法读取', en: 'The file is damaged and cannot be read' },
  FILE_ENCRYPTED: {
    zh: '文件有密码保护，请去除后再上传',
    en: 'The file is protected by a password; remove it and upload again',
  },
  FILE_BOMB: {
    zh: '文件解压后过大，已拒绝',
    en: 'The file is far larger unpacked than packed, and was refused',
  },
  FILE_ENCODING: {
    zh: '无法识别文件编码，请另存为 UTF-8 或 GB18030',
    en: 'Unknown text encoding; save as UTF-8 or GB18030',
  },
  FILE_WEB_PAGE: {
    zh: '这是存成表格名称的网页或 XML，请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传',
    en: 'This is a web page or XML under the name of a spreadsheet; open it in Excel or WPS, save it as .xlsx and upload that',
  },
  FILE_OLD_EXCEL: {
    zh: '请把 .xls 另存为 .xlsx 后再上传',
    en: 'Please save the .xls file as .xlsx and upload again',
  },
  FILE_DELETED: {
    zh: '该批次的文件已到期删除，请重新上传',
    en: 'The file of this batch was deleted when its time was over; please upload it again',
  },
  FILE_UPLOAD_BROKEN: { zh: '上传中断，请重新上传', en: 'The upload broke off; please upload again' },
  FILE_UNKNOWN: { zh: '没有此文件', en: 'No such file' },
  NOT_AN_IMAGE: { zh: '不是图片文件', en: 'Not an image' },
  PHOTO_LIMIT: { zh: '照片数量超过上限', en: 'Too many photos' },
  SHEET_NOT_FOUND: { zh: '没有此工作表', en: 'The file has no such sheet' },
  SHEETS_DIFFER: {
    zh: '所选工作表的列不相同，请分别导入',
    en: 'The chosen sheets do not have the same columns; import them one by one',
  },
  COLUMN_UNKNOWN: { zh: '此类表格没有这样的列', en: 'This kind of sheet has no such column' },
  SHEET_EMPTY: { zh: '表格中没有数据行', en: 'The sheet has no data rows' },
  TOO_MANY_ROWS: { zh: '行数超过上限，请拆分后导入', en: 'Too many rows; split the file' },
  TOO_MANY_COLUMNS: { zh: '列数超过上限', en: 'Too many columns' },
  TOO_MANY_SHEETS: { zh: '工作表数量超过上限', en: 'Too many sheets' },
  HEADER_NOT_FOUND: {
    zh: '找不到表头，这不像是此类表格',
    en: 'No header row was found; this does not look like such a sheet',
  },
  REQUIRED_COLUMN_MISSING: { zh: '缺少必需的列', en: 'A required column is missing' },
  COLUMN_TWICE: { zh: '同一列出现两次', en: 'The same column appears twice' },
  DUPLICATE_IN_FILE: { zh: '与本文件中的另一行重复', en: 'Repeats another row of this file' },
  CONFLICT_IN_FILE: { zh: '与本文件中的另一行矛盾', en: 'Contradicts another row of this file' },
  IMPORT_KIND_MISMATCH: { zh: '文件内容与所选的导入类型不符', en: 'The file is not of the chosen kind' },
  IMPORT_NOT_READY: { zh: '该批次当前不能执行此操作', en: 'The batch is not in a state for this' },
  IMPORT_RUNNING: { zh: '该批次正在导入', en: 'The batch is being imported' },
  EXPORT_LIMIT: {
    zh: '您已有导出正在进行，请等待完成或取消后再试',
    en: 'You have exports under way; wait for them or cancel one',
  },
  EXPORT_OVER: { zh: '该导出已结束', en: 'The export is over already' },
  EXPORT_NOT_FAILED: {
    zh: '该导出没有失败，或已超过可重新开始的期限',
    en: 'The export did not fail, or can no longer be started again',
  },
  FIELD_UNKNOWN: { zh: '没有此字段，或此处不能使用', en: 'No such field, or none that can be used here' },
  FILTER_OF_OTHER_TYPE: { zh: '筛选条件不属于所选的类型', en: 'The filter is of another type' },
  BUILT_UPON: {
    zh: '导入的记录已被后续业务使用，不能回滚',
    en: 'Later work builds on this batch, so it cannot be rolled back',
  },
  ALREADY_ROLLED_BACK: { zh: '该批次已回滚', en: 'The batch was rolled back already' },
} satisfies Record<string, Bilingual>;
