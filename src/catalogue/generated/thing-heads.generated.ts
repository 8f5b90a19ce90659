// Generated from src/catalogue/tables by `npm run catalogue`. Edit the tables, not this file.
export const thingHeads = "form\n馆\n院\n校\n园\n路\n桥\n站\n厂\n港\n库\n渠\n街\n楼\n所\n城\n镇\n湖\n河\n区\n号\n中心\n基地\n论坛\n大会\n年会\n峰会\n运动会\n博览会\n交易会\n洽谈会\n推介会\n展会\n大赛\n锦标赛\n马拉松\n文化节\n旅游节\n艺术节\n广场\n小区\n管线\n水网\n灌区\n航道\n航线\n班列\n平台\n专线\n条例\n办法\n规划\n方案"
