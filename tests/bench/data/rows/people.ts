import { pinyinKeys } from '#platform/people/pinyin.ts';
import { maskResidentId } from '#schema/person/mask.ts';
import { residentIdCheckCharacter } from '#schema/person/resident-id.ts';
import { type Chance, dayText } from '../chance.ts';

/** Surnames, the most common first; given names combined at random. */
const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙马胡朱郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史贺陶毛郝顾龚邵万钱严武戴莫孔向常',
  '欧阳',
  '司马',
];
const first = [...'春夏秋冬明建国志新福长海青玉秀桂兰梅荷月云丽永德金文学向东立广振保天'];
const second = [...'田山河林生华成军民英芳花香霞禾苗英平安顺和清芝川亮强喜来旺有才峰'];

export type Sex = 'MALE' | 'FEMALE';

export function nameBy(chance: Chance): string {
  const surname = chance.common(surnames);
  return surname + (chance.chance(0.12) ? '' : chance.pick(first)) + chance.pick(second);
}

const keys = new Map<string, string>();

/** Names repeat, and looking up their readings is the slow part. */
export function pinyinOf(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const made = pinyinKeys(name, 'person');
  keys.set(name, made);
  return made;
}

/** Generates distinct identity numbers of county 130499, a code that was never assigned. */
export function createResidentIds() {
  const given = new Map<string, number>();
  return (birth: number, sex: Sex): { id: string; birthOn: string; masked: string } => {
    for (let day = birth; ; day += 1) {
      const birthOn = dayText(day);
      const key = birthOn + sex;
      const turn = given.get(key) ?? 0;
      // Odd numbers are men, even ones women; a full day continues on the next.
      if (turn > 498) continue;
      given.set(key, turn + 1);
      const number = String(turn * 2 + (sex === 'MALE' ? 1 : 2)).padStart(3, '0');
      const body = `130499${birthOn.replaceAll('-', '')}${number}`;
      const id = body + residentIdCheckCharacter(body);
      return { id, birthOn, masked: maskResidentId(id) };
    }
  };
}

export const phoneBy = (chance: Chance): string => `138000${String(chance.int(0, 99_999)).padStart(5, '0')}`;
