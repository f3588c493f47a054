/**
 * Characters of names that are read in two ways often enough that people type either. The dictionary
 * picks one by context, and in names of people and villages there is little context to pick by.
 */
const readings = `
  乐le,yue 行xing,hang 长chang,zhang 重chong,zhong 朝chao,zhao 曾zeng,ceng 盛sheng,cheng
  晟sheng,cheng 茜qian,xi 柏bai,bo 薄bo,bao 藏zang,cang 传chuan,zhuan 参shen,can 仇qiu,chou
  查zha,cha 盖gai,ge 区ou,qu 朴piao,pu 缪miao,mou 翟zhai,di 员yuan,yun 覃qin,tan 折she,zhe 尉wei,yu
  繁fan,po 种zhong,chong 单shan,dan 解xie,jie 召zhao,shao 都du,dou 秘bi,mi 宓mi,fu 郇xun,huan
  隗wei,kui 车che,ju 娜na,nuo 莎sha,suo 宿su,xiu 厦xia,sha 堡bao,pu,bu 浒hu,xu 六liu,lu 圩wei,xu
  埔pu,bu 蚌bang,beng 番fan,pan 泌mi,bi 泊bo,po 涡wo,guo 牟mou,mu 莘xin,shen 蔚wei,yu 会hui,kuai
  铅qian,yan 弄nong,long 巷xiang,hang 虹hong,jiang 句ju,gou 氏shi,zhi 筠yun,jun 犍qian,jian
  荥xing,ying 泷long,shuang 落luo,la,lao 露lu,lou 圈quan,juan 峒dong,tong 漯luo,ta 碌lu,liu
  洗xi,xian 尾wei,yi 角jiao,jue 脉mai,mo 壳ke,qiao 削xue,xiao 柜gui,ju 省sheng,xing 屯tun,zhun
  合he,ge 降jiang,xiang 校xiao,jiao 洞dong,tong 佛fo,fu 贲ben,bi 郗xi,chi 乜nie,mie 陂bei,po,pi
  浚xun,jun 歙she,xi 枞zong,cong 珲hun,hui 阿a,e 咀ju,zui 坻di,chi 垌dong,tong 膀bang,pang
`;

const byCharacter = new Map<string, readonly string[]>();
for (const entry of readings.trim().split(/\s+/)) {
  byCharacter.set(entry.slice(0, 1), entry.slice(1).split(','));
}

/** The readings of a character beside each other; empty where one is enough. */
export function readingsOf(character: string): readonly string[] {
  return byCharacter.get(character) ?? [];
}
