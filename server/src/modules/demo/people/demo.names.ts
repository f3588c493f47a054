import type { Sex } from '#schema/codes/people/person.codes.ts';
import type { Random } from '../demo.random.ts';

/**
 * Plausible names that belong to nobody in particular: common surnames and given names of fields, seasons and good
 * wishes, combined at random.
 */
const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙马胡朱郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史贺陶毛郝顾龚邵万钱严武戴莫孔向常',
  '欧阳',
  '尉迟',
  '司马',
];

type Era = 'old' | 'middle' | 'young';

const givenNames: Readonly<Record<Era, Record<'MALE' | 'FEMALE', readonly string[]>>> = {
  old: {
    MALE: names(
      '春耕 秋收 长水 有田 青山 福田 满囤 保田 根生 庆丰 守田 德厚 厚土 金山 树根 石头 来福 天顺 喜来 成林 玉堂 丰年 全粮 连山 河清 顺和 永泉 长庚 有余 老根',
    ),
    FEMALE: names(
      '秋菊 春兰 桂香 月娥 麦香 金枝 玉兰 秀禾 巧云 荷花 梅香 喜莲 翠竹 银花 杏花 桃枝 桂枝 爱莲 素云 秋月 腊梅 凤枝 改兰 绣珍 春桃 枣花 菊香 云娥',
    ),
  },
  middle: {
    MALE: names(
      '麦收 春生 建田 向阳 海河 新民 立秋 卫田 国禾 志远 文田 长河 晓峰 东升 金牛 立春 永青 小满 开渠 振田 大川 宏田 新渠 学农 雨生 禾旺 万山 广源 松林 平川',
    ),
    FEMALE: names(
      '春燕 秋云 小麦 立夏 晓禾 雨荷 青苗 冬梅 海棠 金穗 小雪 丽禾 晓梅 春苗 雪莲 秋霞 红枣 彩云 谷雨 新禾 清荷 玉穗 秋禾 秀田 杏雨 槐花 柳叶 丹青',
    ),
  },
  young: {
    MALE: names(
      '禾嘉 晨麦 子牧 青舟 一禾 小川 星野 明川 浩禾 知行 沐阳 乐田 山河 北辰 新雨 小北 思源 晴川 予安 牧之',
    ),
    FEMALE: names(
      '青禾 一诺 麦朵 雨桐 晴雪 小满 知夏 若禾 禾苗 云舒 朵朵 星月 思麦 晚晴 新叶 果果 沐禾 初雪 念秋 安禾',
    ),
  },
};

function names(list: string): string[] {
  return list.split(' ');
}

export const surnameBy = (random: Random): string => random.pick(surnames);

export function givenNameBy(random: Random, sex: Sex, age: number): string {
  const era = age >= 55 ? 'old' : age >= 24 ? 'middle' : 'young';
  return random.pick(givenNames[era][sex === 'FEMALE' ? 'FEMALE' : 'MALE']);
}
