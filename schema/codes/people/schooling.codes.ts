import { type CodeOf, defineCodes } from '../define-codes.ts';

/** The national register's list; the codes and words of GB/T 4658 are understood as well. */
export const Education = defineCodes(
  'Education',
  '文化程度',
  'Education',
  {
    ILLITERATE: {
      zh: '文盲或半文盲',
      en: 'Little or no reading',
      synonyms: ['文盲', '半文盲', '文盲半文盲', '不识字', '未上学'],
    },
    PRIMARY: { zh: '小学', en: 'Primary school', code: '80', synonyms: ['81'] },
    JUNIOR_MIDDLE: { zh: '初中', en: 'Junior middle school', code: '70', synonyms: ['初级中学', '71'] },
    SENIOR_MIDDLE: {
      zh: '高中',
      en: 'Senior middle or vocational school',
      code: '60',
      synonyms: [
        ...[
          '高中(含中专)',
          '高中(中专)',
          '高中/中专',
          '高中或中专',
          '普通高中',
          '中专',
          '中职',
          '职高',
          '职业高中',
        ],
        ...[
          '技校',
          '中等职业',
          '中等职业教育',
          '中等专科',
          '中等专业学校',
          '技工学校',
          '61',
          '40',
          '41',
          '44',
          '47',
        ],
      ],
    },
    JUNIOR_COLLEGE: {
      zh: '大专',
      en: 'Junior college',
      code: '30',
      synonyms: ['专科', '大学专科', '高职', '高职高专', '专科教育', '31'],
    },
    BACHELOR_OR_ABOVE: {
      zh: '本科及以上',
      en: 'Bachelor or above',
      code: '20',
      synonyms: [
        ...['本科', '大学', '大学本科', '研究生', '硕士', '硕士研究生', '博士', '博士研究生', '研究生及以上'],
        ...['大学及以上', '21', '10', '11', '14'],
      ],
    },
  },
  { fold: (text) => text.replace(/(?:毕业|肄业|文化|学历|程度)+$/, '') },
);
export type Education = CodeOf<typeof Education>;

/** The 25 values of the national register, and the stages without a grade for sheets that tell no more. */
export const SchoolStatus = defineCodes(
  'SchoolStatus',
  '在校生状况',
  'School status',
  {
    UNDER_SCHOOL_AGE: { zh: '学龄前儿童', en: 'Under school age', synonyms: ['学龄前', '婴幼儿'] },
    PRESCHOOL: { zh: '学前教育', en: 'Preschool', synonyms: ['幼儿园', '学前班', '学前'] },
    PRIMARY: {
      zh: '小学',
      en: 'Primary school',
      synonyms: ['小学生', '一年级', '二年级', '三年级', '四年级', '五年级', '六年级'],
    },
    JUNIOR_MIDDLE: {
      zh: '初中',
      en: 'Junior middle school, grade not given',
      synonyms: ['初中生', 'Junior middle school, grade not told'],
    },
    GRADE_7: { zh: '七年级', en: 'Grade 7', synonyms: ['初一', '初中一年级'] },
    GRADE_8: { zh: '八年级', en: 'Grade 8', synonyms: ['初二', '初中二年级'] },
    GRADE_9: { zh: '九年级', en: 'Grade 9', synonyms: ['初三', '初中三年级'] },
    SENIOR: {
      zh: '普通高中',
      en: 'Senior middle school, grade not given',
      synonyms: ['高中', '高中生', 'Senior middle school, grade not told'],
    },
    SENIOR_1: { zh: '普通高中一年级', en: 'Senior middle school, year 1', synonyms: ['高一', '高中一年级'] },
    SENIOR_2: { zh: '普通高中二年级', en: 'Senior middle school, year 2', synonyms: ['高二', '高中二年级'] },
    SENIOR_3: { zh: '普通高中三年级', en: 'Senior middle school, year 3', synonyms: ['高三', '高中三年级'] },
    VOCATIONAL: {
      zh: '中职',
      en: 'Vocational school, year not given',
      synonyms: ['中专', '职高', '中等职业学校', '技校', 'Vocational school, year not told'],
    },
    VOCATIONAL_1: {
      zh: '中职一年级',
      en: 'Vocational school, year 1',
      synonyms: ['中专一年级', '职高一年级'],
    },
    VOCATIONAL_2: {
      zh: '中职二年级',
      en: 'Vocational school, year 2',
      synonyms: ['中专二年级', '职高二年级'],
    },
    VOCATIONAL_3: {
      zh: '中职三年级',
      en: 'Vocational school, year 3',
      synonyms: ['中专三年级', '职高三年级'],
    },
    COLLEGE: {
      zh: '高职高专',
      en: 'Junior college, year not given',
      synonyms: ['大专', '专科', '高职', '高专', 'Junior college, year not told'],
    },
    COLLEGE_1: { zh: '高职高专一年级', en: 'Junior college, year 1', synonyms: ['大专一年级', '高职一年级'] },
    COLLEGE_2: { zh: '高职高专二年级', en: 'Junior college, year 2', synonyms: ['大专二年级', '高职二年级'] },
    COLLEGE_3: { zh: '高职高专三年级', en: 'Junior college, year 3', synonyms: ['大专三年级', '高职三年级'] },
    TECHNICIAN: {
      zh: '技师学院',
      en: 'Technician college, year not given',
      synonyms: ['Technician college, year not told'],
    },
    TECHNICIAN_1: { zh: '技师学院一年级', en: 'Technician college, year 1' },
    TECHNICIAN_2: { zh: '技师学院二年级', en: 'Technician college, year 2' },
    TECHNICIAN_3: { zh: '技师学院三年级', en: 'Technician college, year 3' },
    TECHNICIAN_4: { zh: '技师学院四年级', en: 'Technician college, year 4' },
    BACHELOR: {
      zh: '本科',
      en: 'University, year not given',
      synonyms: ['大学', '大学本科', '大学生', 'University, year not told'],
    },
    BACHELOR_1: { zh: '本科一年级', en: 'University, year 1', synonyms: ['大一', '大学一年级'] },
    BACHELOR_2: { zh: '本科二年级', en: 'University, year 2', synonyms: ['大二', '大学二年级'] },
    BACHELOR_3: { zh: '本科三年级', en: 'University, year 3', synonyms: ['大三', '大学三年级'] },
    BACHELOR_4: { zh: '本科四年级', en: 'University, year 4', synonyms: ['大四', '大学四年级'] },
    BACHELOR_5: { zh: '本科五年级', en: 'University, year 5', synonyms: ['大五', '大学五年级'] },
    GRADUATE: {
      zh: '硕士研究生及以上',
      en: 'Graduate school',
      synonyms: ['研究生', '硕士', '硕士研究生', '博士', '博士研究生', '研究生及以上'],
    },
  },
  {
    fold: (text) =>
      text
        .replace(/^在?读/, '')
        .replace(/在读$/, '')
        .replace(/([小初高])年级$/, '$1'),
    blanks: ['非在校生', '非在校', '不在校', '非学生', '已毕业'],
  },
);
export type SchoolStatus = CodeOf<typeof SchoolStatus>;

export const DropoutReason = defineCodes(
  'DropoutReason',
  '失学辍学原因',
  'Why out of school',
  {
    ILLNESS: { zh: '因病', en: 'Illness', synonyms: ['疾病', '因病休学', '患病'] },
    DISABILITY: { zh: '因残', en: 'Disability', synonyms: ['残疾', '重度残疾'] },
    UNWILLING: { zh: '厌学', en: 'Unwilling to learn', synonyms: ['因厌学', '不愿上学'] },
    HARDSHIP: {
      zh: '家庭困难',
      en: 'Hardship at home',
      synonyms: ['因贫', '因家庭经济困难', '经济困难', '缺资金'],
    },
    WORK: { zh: '外出务工', en: 'Left to work', synonyms: ['务工', '打工', '因务工'] },
    MARRIAGE: { zh: '早婚早育', en: 'Early marriage', synonyms: ['早婚', '因婚'] },
    DISTANCE: { zh: '上学路途远', en: 'School too far', synonyms: ['路途远', '交通不便'] },
    DELAYED_ENTRY: {
      zh: '延缓入学',
      en: 'Entry to school delayed',
      synonyms: ['缓学', '未到入学时间', '休学'],
    },
    OTHER: { zh: '其他', en: 'Other', synonyms: ['其它', '其他原因'] },
  },
  { blanks: ['未失学辍学', '未辍学', '在校'] },
);
export type DropoutReason = CodeOf<typeof DropoutReason>;
