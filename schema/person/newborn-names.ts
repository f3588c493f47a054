import { foldName } from '../text.ts';

const unnamed = [
  ...['新生儿', '新生婴儿', '初生儿', '婴儿', '男婴', '女婴', '无名', '无名儿'],
  ...['未取名', '未命名', '未起名', '没取名', '待取名', '待命名', '待起名', '暂无名', '暂无姓名'],
];
const ofParent = ['之子', '之女', '之婴', '的儿子', '的女儿'];
/** These also tell a relation where no whole name stands before them. */
const relations = ['儿子', '女儿', '长子', '次子', '长女', '次女', '小孩', '孩子'];
const any = (words: readonly string[]) => `(?:${words.join('|')})`;

/** 项新生儿, 未取名, 李四之女, 张三长子, (暂未取名), also numbered as twins are. */
const STANDS_FOR_NAME = new RegExp(
  `^(?:.{0,4}?\\(?[暂尚还]?${any(unnamed)}|.{1,4}${any(ofParent)}|.{2,4}${any(relations)})[()\\d一二三甲乙大小男女]{0,3}$`,
  'u',
);

/** A cheap look first: each of the words above contains one of these characters, and most names none. */
const MAY_STAND_FOR_NAME = /[婴儿名子女孩]/;

/**
 * Whether a newborn is listed without a name of its own: what stands there tells whose child it is, or that it has no
 * name yet. 宝宝 and the like are names of people too.
 */
export const isNewbornName = (name: string): boolean =>
  MAY_STAND_FOR_NAME.test(name) && STANDS_FOR_NAME.test(foldName(name));
