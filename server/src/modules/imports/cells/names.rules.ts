import { foldName } from '#schema/text.ts';

/**
 * Whether two cells name one person. The name is the only check that a number was not pasted into the wrong row, so
 * only its spelling may differ; new names are entered by hand.
 */
export const isSameName = (one: string, other: string): boolean =>
  one === other || foldName(one).toLowerCase() === foldName(other).toLowerCase();

/** Common surnames of one character, with which a name of two or three characters begins. */
const SURNAMES = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫付代覃谷戚代么仝仉',
);
/** A name that begins like this is one name, even with a blank in it; alone none of these is a name. */
const COMPOUND_SURNAMES =
  /^(?:欧阳|司马|诸葛|上官|皇甫|令狐|慕容|尉迟|长孙|公孙|夏侯|东方|南宫|西门|端木|独孤|司徒|宇文|申屠|轩辕|呼延|赫连|钟离|闻人|太史|鲜于|百里|东郭|完颜|纳兰|淳于|澹台|公冶|宗政|濮阳|太叔|仲孙|司空|闾丘|亓官|拓跋|司寇|漆雕|谷梁|梁丘|左丘)$/;

export const isCompoundSurname = (text: string): boolean => COMPOUND_SURNAMES.test(text);

/** Two or three characters of which the first is a surname, or up to four that begin with a compound one. */
export const isWholeName = (part: string): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(part) &&
  !isCompoundSurname(part) &&
  (part.length < 4
    ? SURNAMES.has(part.charAt(0)) || isCompoundSurname(part.slice(0, 2))
    : isCompoundSurname(part.slice(0, 2)));

/** Names of other languages in Chinese characters are longer, and parts of them look like names with a surname. */
const TRANSCRIBED =
  /[阿尔娅孜吐]|古丽|姑丽|买买|麦麦|买提|提江|卓玛|卓嘎|曲珍|曲宗|平措|央金|拉姆|旺姆|旺堆|多吉|顿珠|扎西|次仁|白玛|边巴|巴桑|桑吉|贡布|索朗|格桑|洛桑|丹增|尼玛|达瓦|普布|巴图|图雅|其其格|吉木|沙马|马海/;
const LONGEST_RUN = 16;

const isRunOfNames = (text: string): boolean =>
  text === '' || [2, 3, 4].some((end) => isWholeName(text.slice(0, end)) && isRunOfNames(text.slice(end)));

/**
 * Whether a name may be those of several people without separators: 张三李四. Some people do have a name of four characters
 * that can be split, such as 陈方安生; only a record of them tells.
 */
export const mayBeSeveralNames = (name: string): boolean =>
  isDottedNames(name) ||
  (name.length > 3 &&
    name.length <= LONGEST_RUN &&
    /^\p{Script=Han}+$/u.test(name) &&
    !isWholeName(name) &&
    !TRANSCRIBED.test(name) &&
    !name.endsWith('干部') &&
    isRunOfNames(name));

/** In names with a dot, parts that look like a name with a surname. */
const TRANSCRIBED_PART =
  /古力|米娜|热娜|艾力|艾山|艾买|玉山|玉素|吾买|木拉|马木|马合|达吾|沙依|万代|东珠|巴特|乌云|娜仁/;

/** 车甲仁·李二助: a dot instead of a comma. In 努尔·买买提 and 古力·米娜 it is part of one name. */
function isDottedNames(name: string): boolean {
  const parts = name.split('·');
  const isOne = TRANSCRIBED.test(name) || TRANSCRIBED_PART.test(name);
  return parts.length > 1 && !isOne && parts.every(isWholeName);
}
