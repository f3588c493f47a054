import { readState } from '#modules/imports/states/state-words.ts';
import { isNewbornName } from '#schema/person/newborn-names.ts';
import { halfWidth } from '#schema/text.ts';
import { isWholeName } from './names.rules.ts';

/**
 * Text beside a name that is not part of it: that the person is dead or gone (张三（已故）, 张三亡), another person (车甲仁(原李二助)),
 * a mark that distinguishes namesakes (张伟(2)), or anything else (张三（户主）, 张三已搬迁).
 */
export type Remark = 'END' | 'OTHER_PERSON' | 'MARK' | 'REMARK';

const OPENS = /[([{<【〔〖《「『]/;
const CLOSES = /[)\]}>】〕〗》」』]/g;
const MARK = /^(?:[\d一二三四五六七八九十]{1,2}|[甲乙丙丁大小男女A-Da-d])$/;
const GOES =
  /^(?:亡|去|走|死|卒|殁|逝|没|迁|嫁|转)$|^故(?:于|$)|退休|离职|免职|停职|离岗|调走|调出|调任|转走|搬走|走失/;
const OTHERS =
  /^(?:原|前|现|由|与|和|及|同|代|替|接|接替|协助|陪同|配合|新)|(?:协助|陪同|代|代替|接替|配合|随同)$/;
const ABOUT_OTHERS = /^(?:原(?!名)|前任|由|协助|陪同|代替|接替|配合)|(?:协助|陪同|代替|接替|配合|随同)$/;
/** After a whole name these are not part of it. */
const BEHIND =
  /^(?:户主|本人|家属|遗孀|遗属|老伴|搬迁|外出|务工|之妻|之夫|之父|之母|的妻子|的丈夫|已\p{Script=Han}+)$/u;
const BEFORE = /^(?:户主|农户|已故|原任?|前任?|现任)/;
const HAN = /^\p{Script=Han}+$/u;
/** Dots and hyphens are part of some names, and characters without a font stand for rare ones. */
const SIGNS = /[^\p{L}\p{M}\p{N}\p{Co}\p{Cs}⿰-⿻·'’.\- ]/u;

const isEnd = (words: string): boolean => {
  const said = readState(words);
  return said === 'OVER' || said === 'HELP_OVER' || GOES.test(words);
};

function inBrackets(name: string): Remark {
  const [, ...parts] = name.split(new RegExp(OPENS.source, 'g'));
  const remarks = parts.flatMap((part) => part.split(CLOSES)).filter((part) => part !== '');
  if (remarks.some(isEnd)) return 'END';
  if (remarks.some((one) => ABOUT_OTHERS.test(one) || isWholeName(one.replace(OTHERS, ''))))
    return 'OTHER_PERSON';
  return remarks.length === 1 && remarks.every((one) => MARK.test(one)) ? 'MARK' : 'REMARK';
}

/** 张三已故, 张三户主, 已故张三: if a part is a whole name, the rest is a remark. */
function besideName(name: string): Remark | null {
  const before = BEFORE.exec(name)?.[0];
  if (before !== undefined && name.length > 3 && isWholeName(name.slice(before.length)))
    return before === '已故' ? 'END' : /^[原前现]/.test(before) ? 'OTHER_PERSON' : 'REMARK';
  for (const length of [2, 3, 4]) {
    const rest = name.slice(length);
    if (rest === '' || !isWholeName(name.slice(0, length))) continue;
    if (rest === '亡' || (rest.length > 1 && isEnd(rest))) return 'END';
    if (BEHIND.test(rest)) return 'REMARK';
  }
  return null;
}

/** The remark beside a name, if there is one. */
export function remarkIn(text: string): Remark | null {
  // The most frequent case.
  if (isWholeName(text) && !/亡$|已/.test(text)) return null;
  const name = halfWidth(text);
  if (isNewbornName(name)) return null;
  if (OPENS.test(name)) return inBrackets(name);
  if (/\d/.test(name)) return /^\d/.test(name) ? 'REMARK' : 'MARK';
  if (SIGNS.test(name)) return 'REMARK';
  if (!HAN.test(name)) return null;
  return isWholeName(name) || !isEnd(name) ? besideName(name) : 'END';
}
