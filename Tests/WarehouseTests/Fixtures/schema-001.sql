-- A warehouse as solieu 0.1.0 left it after two runs over articles of this project: schema version 1.
PRAGMA application_id = 1397508437;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta (
  -- Facts about this file itself, such as the digest of the views that it holds.
  name TEXT PRIMARY KEY,          -- what the fact is about
  value TEXT NOT NULL             -- the fact
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('places_digest','798d2dd36cdfd8a1');
INSERT INTO meta VALUES('views','document_ledger documents figure_history figures rejections relation_members relations runs verdicts');
INSERT INTO meta VALUES('views_digest','a8c3546f84a593de');
CREATE TABLE run (
  -- One attempt to bring the warehouse up to date; taken up again when it was killed.
  run_id INTEGER PRIMARY KEY,     -- counted from 1
  started TEXT NOT NULL,          -- ISO 8601, UTC
  finished TEXT,                  -- ISO 8601, UTC; null while it runs and when it was killed
  status TEXT NOT NULL            -- how it stands
    CHECK (status = 'running' OR status = 'done' OR status = 'failed'
      OR status = 'interrupted'),
  program_version TEXT NOT NULL,  -- the program that ran
  rules_digest TEXT NOT NULL,     -- the rules that it read by
  arguments TEXT NOT NULL,        -- the command line
  times_resumed INTEGER NOT NULL DEFAULT 0,          -- how often it was taken up after being stopped
  files_seen INTEGER NOT NULL DEFAULT 0,             -- files looked at
  documents_new INTEGER NOT NULL DEFAULT 0,          -- not known before
  documents_changed INTEGER NOT NULL DEFAULT 0,      -- known, with another text
  documents_reread INTEGER NOT NULL DEFAULT 0,       -- the same text under other rules or metadata
  documents_unchanged INTEGER NOT NULL DEFAULT 0,    -- left as they were
  documents_unreadable INTEGER NOT NULL DEFAULT 0,   -- refused as a whole
  figures_added INTEGER NOT NULL DEFAULT 0,          -- rows of figure written
  figures_superseded INTEGER NOT NULL DEFAULT 0,     -- rows of figure no longer believed
  rejections_added INTEGER NOT NULL DEFAULT 0        -- rejections not known before
) STRICT;
INSERT INTO run VALUES(1,'2026-11-26T20:25:53Z','2026-11-26T20:25:53Z','done','0.1.0','7ad5b0de2aaf026ca373799758635915abec54165cabf73ce6fffad3e556ff92','run --root /work/wraw --raw raw --warehouse old.sqlite',0,2,3,0,0,0,0,65,0,1);
INSERT INTO run VALUES(2,'2026-11-26T20:25:54Z','2026-11-26T20:25:54Z','done','0.1.0','7ad5b0de2aaf026ca373799758635915abec54165cabf73ce6fffad3e556ff92','run --root /work/wraw --raw raw --warehouse old.sqlite',0,2,0,1,0,2,0,4,3,0);
CREATE TABLE source_file (
  -- A file that was read, as it then was: one that is still so is skipped. One with another time but
  -- of the same size and digest is skipped too, and its time noted.
  path TEXT PRIMARY KEY,              -- as given
  size_bytes INTEGER NOT NULL,        -- its size
  modified_ns INTEGER NOT NULL,       -- its modification time, in nanoseconds since 1970
  digest TEXT NOT NULL CHECK (length(digest) = 64),  -- SHA-256 of its bytes, in lower-case hexadecimal
  rules_digest TEXT NOT NULL,         -- the rules that it was read by, its source and its manifest
  document_count INTEGER NOT NULL,    -- the documents that it held
  last_run_id INTEGER NOT NULL REFERENCES run  -- the run that read it last
) STRICT, WITHOUT ROWID;
INSERT INTO source_file VALUES('raw/chuyen-doi-so-binh-dinh.txt',4491,1795724753494414282,'71a6fbdec08806d751b24f0bcd60e370174979ee02acd5daabe84ba3024c8e0c','d7df8837f2e55ade134cf1ada08db453eb24ab753c142ad0b201464823fda1cf',1,1);
INSERT INTO source_file VALUES('raw/x.jsonl',161,1795724754622360400,'c08a389b4f4cce15f88917024afcb2f125d69844796b7d6979458172871d49b3','7ad5b0de2aaf026ca373799758635915abec54165cabf73ce6fffad3e556ff92',2,2);
CREATE TABLE place (
  -- Names of areas, with the dates that they are valid for.
  code TEXT NOT NULL,                 -- ISO 3166-2, or ISO 3166-1 for a country
  name TEXT NOT NULL,                 -- in Vietnamese
  level TEXT NOT NULL,                -- country, province, …
  valid_from TEXT NOT NULL,           -- the first day; the empty text when it has always been so
  valid_to TEXT,                      -- the last day; null while it is so
  PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;
INSERT INTO place VALUES('AD','Andorra','country','',NULL);
INSERT INTO place VALUES('AE','UAE','country','',NULL);
INSERT INTO place VALUES('AF','Afghanistan','country','',NULL);
INSERT INTO place VALUES('AL','Albania','country','',NULL);
INSERT INTO place VALUES('AM','Armenia','country','',NULL);
INSERT INTO place VALUES('AO','Angola','country','',NULL);
INSERT INTO place VALUES('AR','Argentina','country','',NULL);
INSERT INTO place VALUES('AT','Áo','country','',NULL);
INSERT INTO place VALUES('AU','Australia','country','',NULL);
INSERT INTO place VALUES('AZ','Azerbaijan','country','',NULL);
INSERT INTO place VALUES('BA','Bosnia và Herzegovina','country','',NULL);
INSERT INTO place VALUES('BB','Barbados','country','',NULL);
INSERT INTO place VALUES('BD','Bangladesh','country','',NULL);
INSERT INTO place VALUES('BE','Bỉ','country','',NULL);
INSERT INTO place VALUES('BF','Burkina Faso','country','',NULL);
INSERT INTO place VALUES('BG','Bulgaria','country','',NULL);
INSERT INTO place VALUES('BH','Bahrain','country','',NULL);
INSERT INTO place VALUES('BI','Burundi','country','',NULL);
INSERT INTO place VALUES('BJ','Benin','country','',NULL);
INSERT INTO place VALUES('BN','Brunei','country','',NULL);
INSERT INTO place VALUES('BO','Bolivia','country','',NULL);
INSERT INTO place VALUES('BR','Brazil','country','',NULL);
INSERT INTO place VALUES('BS','Bahamas','country','',NULL);
INSERT INTO place VALUES('BT','Bhutan','country','',NULL);
INSERT INTO place VALUES('BW','Botswana','country','',NULL);
INSERT INTO place VALUES('BY','Belarus','country','',NULL);
INSERT INTO place VALUES('BZ','Belize','country','',NULL);
INSERT INTO place VALUES('CA','Canada','country','',NULL);
INSERT INTO place VALUES('CD','Cộng hòa Dân chủ Congo','country','',NULL);
INSERT INTO place VALUES('CF','Cộng hòa Trung Phi','country','',NULL);
INSERT INTO place VALUES('CG','Congo','country','',NULL);
INSERT INTO place VALUES('CH','Thụy Sĩ','country','',NULL);
INSERT INTO place VALUES('CI','Bờ Biển Ngà','country','',NULL);
INSERT INTO place VALUES('CL','Chile','country','',NULL);
INSERT INTO place VALUES('CM','Cameroon','country','',NULL);
INSERT INTO place VALUES('CN','Trung Quốc','country','',NULL);
INSERT INTO place VALUES('CO','Colombia','country','',NULL);
INSERT INTO place VALUES('CR','Costa Rica','country','',NULL);
INSERT INTO place VALUES('CU','Cuba','country','',NULL);
INSERT INTO place VALUES('CV','Cabo Verde','country','',NULL);
INSERT INTO place VALUES('CY','Síp','country','',NULL);
INSERT INTO place VALUES('CZ','Cộng hòa Séc','country','',NULL);
INSERT INTO place VALUES('DE','Đức','country','',NULL);
INSERT INTO place VALUES('DJ','Djibouti','country','',NULL);
INSERT INTO place VALUES('DK','Đan Mạch','country','',NULL);
INSERT INTO place VALUES('DO','Cộng hòa Dominica','country','',NULL);
INSERT INTO place VALUES('DZ','Algeria','country','',NULL);
INSERT INTO place VALUES('EC','Ecuador','country','',NULL);
INSERT INTO place VALUES('EE','Estonia','country','',NULL);
INSERT INTO place VALUES('EG','Ai Cập','country','',NULL);
INSERT INTO place VALUES('ER','Eritrea','country','',NULL);
INSERT INTO place VALUES('ES','Tây Ban Nha','country','',NULL);
INSERT INTO place VALUES('ET','Ethiopia','country','',NULL);
INSERT INTO place VALUES('FI','Phần Lan','country','',NULL);
INSERT INTO place VALUES('FJ','Fiji','country','',NULL);
INSERT INTO place VALUES('FM','Micronesia','country','',NULL);
INSERT INTO place VALUES('FR','Pháp','country','',NULL);
INSERT INTO place VALUES('GA','Gabon','country','',NULL);
INSERT INTO place VALUES('GB','Anh','country','',NULL);
INSERT INTO place VALUES('GE','Gruzia','country','',NULL);
INSERT INTO place VALUES('GH','Ghana','country','',NULL);
INSERT INTO place VALUES('GL','Greenland','country','',NULL);
INSERT INTO place VALUES('GM','Gambia','country','',NULL);
INSERT INTO place VALUES('GN','Guinea','country','',NULL);
INSERT INTO place VALUES('GQ','Guinea Xích đạo','country','',NULL);
INSERT INTO place VALUES('GR','Hy Lạp','country','',NULL);
INSERT INTO place VALUES('GT','Guatemala','country','',NULL);
INSERT INTO place VALUES('GW','Guinea-Bissau','country','',NULL);
INSERT INTO place VALUES('GY','Guyana','country','',NULL);
INSERT INTO place VALUES('HK','Hồng Kông','country','',NULL);
INSERT INTO place VALUES('HN','Honduras','country','',NULL);
INSERT INTO place VALUES('HR','Croatia','country','',NULL);
INSERT INTO place VALUES('HT','Haiti','country','',NULL);
INSERT INTO place VALUES('HU','Hungary','country','',NULL);
INSERT INTO place VALUES('ID','Indonesia','country','',NULL);
INSERT INTO place VALUES('IE','Ireland','country','',NULL);
INSERT INTO place VALUES('IL','Israel','country','',NULL);
INSERT INTO place VALUES('IN','Ấn Độ','country','',NULL);
INSERT INTO place VALUES('IQ','Iraq','country','',NULL);
INSERT INTO place VALUES('IR','Iran','country','',NULL);
INSERT INTO place VALUES('IS','Iceland','country','',NULL);
INSERT INTO place VALUES('IT','Italy','country','',NULL);
INSERT INTO place VALUES('JM','Jamaica','country','',NULL);
INSERT INTO place VALUES('JO','Jordan','country','',NULL);
INSERT INTO place VALUES('JP','Nhật Bản','country','',NULL);
INSERT INTO place VALUES('KE','Kenya','country','',NULL);
INSERT INTO place VALUES('KG','Kyrgyzstan','country','',NULL);
INSERT INTO place VALUES('KH','Campuchia','country','',NULL);
INSERT INTO place VALUES('KI','Kiribati','country','',NULL);
INSERT INTO place VALUES('KM','Comoros','country','',NULL);
INSERT INTO place VALUES('KP','Triều Tiên','country','',NULL);
INSERT INTO place VALUES('KR','Hàn Quốc','country','',NULL);
INSERT INTO place VALUES('KW','Kuwait','country','',NULL);
INSERT INTO place VALUES('KZ','Kazakhstan','country','',NULL);
INSERT INTO place VALUES('LA','Lào','country','',NULL);
INSERT INTO place VALUES('LB','Liban','country','',NULL);
INSERT INTO place VALUES('LI','Liechtenstein','country','',NULL);
INSERT INTO place VALUES('LK','Sri Lanka','country','',NULL);
INSERT INTO place VALUES('LR','Liberia','country','',NULL);
INSERT INTO place VALUES('LS','Lesotho','country','',NULL);
INSERT INTO place VALUES('LT','Litva','country','',NULL);
INSERT INTO place VALUES('LU','Luxembourg','country','',NULL);
INSERT INTO place VALUES('LV','Latvia','country','',NULL);
INSERT INTO place VALUES('LY','Libya','country','',NULL);
INSERT INTO place VALUES('MA','Maroc','country','',NULL);
INSERT INTO place VALUES('MC','Monaco','country','',NULL);
INSERT INTO place VALUES('MD','Moldova','country','',NULL);
INSERT INTO place VALUES('ME','Montenegro','country','',NULL);
INSERT INTO place VALUES('MG','Madagascar','country','',NULL);
INSERT INTO place VALUES('MH','Quần đảo Marshall','country','',NULL);
INSERT INTO place VALUES('MK','Bắc Macedonia','country','',NULL);
INSERT INTO place VALUES('ML','Mali','country','',NULL);
INSERT INTO place VALUES('MM','Myanmar','country','',NULL);
INSERT INTO place VALUES('MN','Mông Cổ','country','',NULL);
INSERT INTO place VALUES('MO','Ma Cao','country','',NULL);
INSERT INTO place VALUES('MR','Mauritania','country','',NULL);
INSERT INTO place VALUES('MT','Malta','country','',NULL);
INSERT INTO place VALUES('MU','Mauritius','country','',NULL);
INSERT INTO place VALUES('MV','Maldives','country','',NULL);
INSERT INTO place VALUES('MW','Malawi','country','',NULL);
INSERT INTO place VALUES('MX','Mexico','country','',NULL);
INSERT INTO place VALUES('MY','Malaysia','country','',NULL);
INSERT INTO place VALUES('MZ','Mozambique','country','',NULL);
INSERT INTO place VALUES('NA','Namibia','country','',NULL);
INSERT INTO place VALUES('NE','Niger','country','',NULL);
INSERT INTO place VALUES('NG','Nigeria','country','',NULL);
INSERT INTO place VALUES('NI','Nicaragua','country','',NULL);
INSERT INTO place VALUES('NL','Hà Lan','country','',NULL);
INSERT INTO place VALUES('NO','Na Uy','country','',NULL);
INSERT INTO place VALUES('NP','Nepal','country','',NULL);
INSERT INTO place VALUES('NR','Nauru','country','',NULL);
INSERT INTO place VALUES('NZ','New Zealand','country','',NULL);
INSERT INTO place VALUES('OM','Oman','country','',NULL);
INSERT INTO place VALUES('PA','Panama','country','',NULL);
INSERT INTO place VALUES('PE','Peru','country','',NULL);
INSERT INTO place VALUES('PG','Papua New Guinea','country','',NULL);
INSERT INTO place VALUES('PH','Philippines','country','',NULL);
INSERT INTO place VALUES('PK','Pakistan','country','',NULL);
INSERT INTO place VALUES('PL','Ba Lan','country','',NULL);
INSERT INTO place VALUES('PR','Puerto Rico','country','',NULL);
INSERT INTO place VALUES('PS','Palestine','country','',NULL);
INSERT INTO place VALUES('PT','Bồ Đào Nha','country','',NULL);
INSERT INTO place VALUES('PW','Palau','country','',NULL);
INSERT INTO place VALUES('PY','Paraguay','country','',NULL);
INSERT INTO place VALUES('QA','Qatar','country','',NULL);
INSERT INTO place VALUES('RO','Romania','country','',NULL);
INSERT INTO place VALUES('RS','Serbia','country','',NULL);
INSERT INTO place VALUES('RU','Nga','country','',NULL);
INSERT INTO place VALUES('RW','Rwanda','country','',NULL);
INSERT INTO place VALUES('SA','Ả Rập Xê Út','country','',NULL);
INSERT INTO place VALUES('SB','Quần đảo Solomon','country','',NULL);
INSERT INTO place VALUES('SC','Seychelles','country','',NULL);
INSERT INTO place VALUES('SD','Sudan','country','',NULL);
INSERT INTO place VALUES('SE','Thụy Điển','country','',NULL);
INSERT INTO place VALUES('SG','Singapore','country','',NULL);
INSERT INTO place VALUES('SI','Slovenia','country','',NULL);
INSERT INTO place VALUES('SK','Slovakia','country','',NULL);
INSERT INTO place VALUES('SL','Sierra Leone','country','',NULL);
INSERT INTO place VALUES('SM','San Marino','country','',NULL);
INSERT INTO place VALUES('SN','Senegal','country','',NULL);
INSERT INTO place VALUES('SO','Somalia','country','',NULL);
INSERT INTO place VALUES('SR','Suriname','country','',NULL);
INSERT INTO place VALUES('SS','Nam Sudan','country','',NULL);
INSERT INTO place VALUES('ST','São Tomé và Príncipe','country','',NULL);
INSERT INTO place VALUES('SV','El Salvador','country','',NULL);
INSERT INTO place VALUES('SY','Syria','country','',NULL);
INSERT INTO place VALUES('SZ','Eswatini','country','',NULL);
INSERT INTO place VALUES('TD','Chad','country','',NULL);
INSERT INTO place VALUES('TG','Togo','country','',NULL);
INSERT INTO place VALUES('TH','Thái Lan','country','',NULL);
INSERT INTO place VALUES('TJ','Tajikistan','country','',NULL);
INSERT INTO place VALUES('TL','Timor-Leste','country','',NULL);
INSERT INTO place VALUES('TM','Turkmenistan','country','',NULL);
INSERT INTO place VALUES('TN','Tunisia','country','',NULL);
INSERT INTO place VALUES('TO','Tonga','country','',NULL);
INSERT INTO place VALUES('TR','Thổ Nhĩ Kỳ','country','',NULL);
INSERT INTO place VALUES('TT','Trinidad và Tobago','country','',NULL);
INSERT INTO place VALUES('TV','Tuvalu','country','',NULL);
INSERT INTO place VALUES('TW','Đài Loan','country','',NULL);
INSERT INTO place VALUES('TZ','Tanzania','country','',NULL);
INSERT INTO place VALUES('UA','Ukraine','country','',NULL);
INSERT INTO place VALUES('UG','Uganda','country','',NULL);
INSERT INTO place VALUES('US','Hoa Kỳ','country','',NULL);
INSERT INTO place VALUES('UY','Uruguay','country','',NULL);
INSERT INTO place VALUES('UZ','Uzbekistan','country','',NULL);
INSERT INTO place VALUES('VA','Vatican','country','',NULL);
INSERT INTO place VALUES('VE','Venezuela','country','',NULL);
INSERT INTO place VALUES('VN','Việt Nam','nation','',NULL);
INSERT INTO place VALUES('VN-01','Lai Châu','province','','2025-06-30');
INSERT INTO place VALUES('VN-01','Lai Châu','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-02','Lào Cai','province','','2025-06-30');
INSERT INTO place VALUES('VN-02','Lào Cai','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-03','Hà Giang','province','','2025-06-30');
INSERT INTO place VALUES('VN-04','Cao Bằng','province','','2025-06-30');
INSERT INTO place VALUES('VN-04','Cao Bằng','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-05','Sơn La','province','','2025-06-30');
INSERT INTO place VALUES('VN-05','Sơn La','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-06','Yên Bái','province','','2025-06-30');
INSERT INTO place VALUES('VN-07','Tuyên Quang','province','','2025-06-30');
INSERT INTO place VALUES('VN-07','Tuyên Quang','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-09','Lạng Sơn','province','','2025-06-30');
INSERT INTO place VALUES('VN-09','Lạng Sơn','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-13','Quảng Ninh','province','','2025-06-30');
INSERT INTO place VALUES('VN-13','Quảng Ninh','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-14','Hòa Bình','province','','2025-06-30');
INSERT INTO place VALUES('VN-18','Ninh Bình','province','','2025-06-30');
INSERT INTO place VALUES('VN-18','Ninh Bình','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-20','Thái Bình','province','','2025-06-30');
INSERT INTO place VALUES('VN-21','Thanh Hóa','province','','2025-06-30');
INSERT INTO place VALUES('VN-21','Thanh Hóa','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-22','Nghệ An','province','','2025-06-30');
INSERT INTO place VALUES('VN-22','Nghệ An','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-23','Hà Tĩnh','province','','2025-06-30');
INSERT INTO place VALUES('VN-23','Hà Tĩnh','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-24','Quảng Bình','province','','2025-06-30');
INSERT INTO place VALUES('VN-25','Quảng Trị','province','','2025-06-30');
INSERT INTO place VALUES('VN-25','Quảng Trị','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-26','Thừa Thiên Huế','province','','2025-06-30');
INSERT INTO place VALUES('VN-26','Huế','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-27','Quảng Nam','province','','2025-06-30');
INSERT INTO place VALUES('VN-28','Kon Tum','province','','2025-06-30');
INSERT INTO place VALUES('VN-29','Quảng Ngãi','province','','2025-06-30');
INSERT INTO place VALUES('VN-29','Quảng Ngãi','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-30','Gia Lai','province','','2025-06-30');
INSERT INTO place VALUES('VN-30','Gia Lai','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-31','Bình Định','province','','2025-06-30');
INSERT INTO place VALUES('VN-32','Phú Yên','province','','2025-06-30');
INSERT INTO place VALUES('VN-33','Đắk Lắk','province','','2025-06-30');
INSERT INTO place VALUES('VN-33','Đắk Lắk','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-34','Khánh Hòa','province','','2025-06-30');
INSERT INTO place VALUES('VN-34','Khánh Hòa','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-35','Lâm Đồng','province','','2025-06-30');
INSERT INTO place VALUES('VN-35','Lâm Đồng','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-36','Ninh Thuận','province','','2025-06-30');
INSERT INTO place VALUES('VN-37','Tây Ninh','province','','2025-06-30');
INSERT INTO place VALUES('VN-37','Tây Ninh','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-39','Đồng Nai','province','','2025-06-30');
INSERT INTO place VALUES('VN-39','Đồng Nai','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-40','Bình Thuận','province','','2025-06-30');
INSERT INTO place VALUES('VN-41','Long An','province','','2025-06-30');
INSERT INTO place VALUES('VN-43','Bà Rịa - Vũng Tàu','province','','2025-06-30');
INSERT INTO place VALUES('VN-44','An Giang','province','','2025-06-30');
INSERT INTO place VALUES('VN-44','An Giang','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-45','Đồng Tháp','province','','2025-06-30');
INSERT INTO place VALUES('VN-45','Đồng Tháp','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-46','Tiền Giang','province','','2025-06-30');
INSERT INTO place VALUES('VN-47','Kiên Giang','province','','2025-06-30');
INSERT INTO place VALUES('VN-49','Vĩnh Long','province','','2025-06-30');
INSERT INTO place VALUES('VN-49','Vĩnh Long','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-50','Bến Tre','province','','2025-06-30');
INSERT INTO place VALUES('VN-51','Trà Vinh','province','','2025-06-30');
INSERT INTO place VALUES('VN-52','Sóc Trăng','province','','2025-06-30');
INSERT INTO place VALUES('VN-53','Bắc Kạn','province','','2025-06-30');
INSERT INTO place VALUES('VN-54','Bắc Giang','province','','2025-06-30');
INSERT INTO place VALUES('VN-55','Bạc Liêu','province','','2025-06-30');
INSERT INTO place VALUES('VN-56','Bắc Ninh','province','','2025-06-30');
INSERT INTO place VALUES('VN-56','Bắc Ninh','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-57','Bình Dương','province','','2025-06-30');
INSERT INTO place VALUES('VN-58','Bình Phước','province','','2025-06-30');
INSERT INTO place VALUES('VN-59','Cà Mau','province','','2025-06-30');
INSERT INTO place VALUES('VN-59','Cà Mau','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-61','Hải Dương','province','','2025-06-30');
INSERT INTO place VALUES('VN-63','Hà Nam','province','','2025-06-30');
INSERT INTO place VALUES('VN-66','Hưng Yên','province','','2025-06-30');
INSERT INTO place VALUES('VN-66','Hưng Yên','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-67','Nam Định','province','','2025-06-30');
INSERT INTO place VALUES('VN-68','Phú Thọ','province','','2025-06-30');
INSERT INTO place VALUES('VN-68','Phú Thọ','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-69','Thái Nguyên','province','','2025-06-30');
INSERT INTO place VALUES('VN-69','Thái Nguyên','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-70','Vĩnh Phúc','province','','2025-06-30');
INSERT INTO place VALUES('VN-71','Điện Biên','province','','2025-06-30');
INSERT INTO place VALUES('VN-71','Điện Biên','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-72','Đắk Nông','province','','2025-06-30');
INSERT INTO place VALUES('VN-73','Hậu Giang','province','','2025-06-30');
INSERT INTO place VALUES('VN-CT','Cần Thơ','province','','2025-06-30');
INSERT INTO place VALUES('VN-CT','Cần Thơ','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-DN','Đà Nẵng','province','','2025-06-30');
INSERT INTO place VALUES('VN-DN','Đà Nẵng','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-HN','Hà Nội','province','2008-08-01','2025-06-30');
INSERT INTO place VALUES('VN-HN','Hà Nội','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-HP','Hải Phòng','province','','2025-06-30');
INSERT INTO place VALUES('VN-HP','Hải Phòng','province','2025-07-01',NULL);
INSERT INTO place VALUES('VN-SG','Hồ Chí Minh','province','','2025-06-30');
INSERT INTO place VALUES('VN-SG','Hồ Chí Minh','province','2025-07-01',NULL);
INSERT INTO place VALUES('VU','Vanuatu','country','',NULL);
INSERT INTO place VALUES('WS','Samoa','country','',NULL);
INSERT INTO place VALUES('XK','Kosovo','country','',NULL);
INSERT INTO place VALUES('YE','Yemen','country','',NULL);
INSERT INTO place VALUES('ZA','Nam Phi','country','',NULL);
INSERT INTO place VALUES('ZM','Zambia','country','',NULL);
INSERT INTO place VALUES('ZW','Zimbabwe','country','',NULL);
INSERT INTO place VALUES('region:africa','châu Phi','region','',NULL);
INSERT INTO place VALUES('region:african-union','Liên minh châu Phi','region','',NULL);
INSERT INTO place VALUES('region:america','châu Mỹ','region','',NULL);
INSERT INTO place VALUES('region:antarctica','châu Nam Cực','region','',NULL);
INSERT INTO place VALUES('region:apec','APEC','region','',NULL);
INSERT INTO place VALUES('region:arab-league','Liên đoàn Arab','region','',NULL);
INSERT INTO place VALUES('region:asean','ASEAN','region','',NULL);
INSERT INTO place VALUES('region:asean-3','ASEAN+3','region','',NULL);
INSERT INTO place VALUES('region:asia','châu Á','region','',NULL);
INSERT INTO place VALUES('region:asia-pacific','châu Á - Thái Bình Dương','region','',NULL);
INSERT INTO place VALUES('region:atlantic','Đại Tây Dương','region','',NULL);
INSERT INTO place VALUES('region:bac-bo','Bắc Bộ','region','',NULL);
INSERT INTO place VALUES('region:bac-trung-bo','Bắc Trung Bộ','region','',NULL);
INSERT INTO place VALUES('region:bac-trung-bo-va-duyen-hai-mien-trung','Bắc Trung Bộ và Duyên hải miền Trung','region','',NULL);
INSERT INTO place VALUES('region:balkans','Balkan','region','',NULL);
INSERT INTO place VALUES('region:ban-dao-ca-mau','bán đảo Cà Mau','region','',NULL);
INSERT INTO place VALUES('region:bien-dong','Biển Đông','region','',NULL);
INSERT INTO place VALUES('region:brics','BRICS','region','',NULL);
INSERT INTO place VALUES('region:caribbean','Caribe','region','',NULL);
INSERT INTO place VALUES('region:central-america','Trung Mỹ','region','',NULL);
INSERT INTO place VALUES('region:central-asia','Trung Á','region','',NULL);
INSERT INTO place VALUES('region:cis','SNG','region','',NULL);
INSERT INTO place VALUES('region:clv','CLV','region','',NULL);
INSERT INTO place VALUES('region:cptpp','CPTPP','region','',NULL);
INSERT INTO place VALUES('region:dong-bac','Đông Bắc','region','',NULL);
INSERT INTO place VALUES('region:dong-bang-song-cuu-long','Đồng bằng sông Cửu Long','region','',NULL);
INSERT INTO place VALUES('region:dong-bang-song-hong','Đồng bằng sông Hồng','region','',NULL);
INSERT INTO place VALUES('region:dong-nam-bo','Đông Nam Bộ','region','',NULL);
INSERT INTO place VALUES('region:dong-thap-muoi','Đồng Tháp Mười','region','',NULL);
INSERT INTO place VALUES('region:eaeu','EAEU','region','',NULL);
INSERT INTO place VALUES('region:east-africa','Đông Phi','region','',NULL);
INSERT INTO place VALUES('region:east-asia','Đông Á','region','',NULL);
INSERT INTO place VALUES('region:eastern-europe','Đông Âu','region','',NULL);
INSERT INTO place VALUES('region:eu','EU','region','',NULL);
INSERT INTO place VALUES('region:europe','châu Âu','region','',NULL);
INSERT INTO place VALUES('region:eurozone','Eurozone','region','',NULL);
INSERT INTO place VALUES('region:g20','G20','region','',NULL);
INSERT INTO place VALUES('region:g7','G7','region','',NULL);
INSERT INTO place VALUES('region:gulf','vùng Vịnh','region','',NULL);
INSERT INTO place VALUES('region:hoang-sa','Hoàng Sa','region','',NULL);
INSERT INTO place VALUES('region:indian-ocean','Ấn Độ Dương','region','',NULL);
INSERT INTO place VALUES('region:indo-pacific','Ấn Độ Dương - Thái Bình Dương','region','',NULL);
INSERT INTO place VALUES('region:kttd-bac-bo','Vùng kinh tế trọng điểm Bắc Bộ','region','',NULL);
INSERT INTO place VALUES('region:kttd-mien-trung','Vùng kinh tế trọng điểm miền Trung','region','',NULL);
INSERT INTO place VALUES('region:kttd-phia-nam','Vùng kinh tế trọng điểm phía Nam','region','',NULL);
INSERT INTO place VALUES('region:latin-america','Mỹ Latinh','region','',NULL);
INSERT INTO place VALUES('region:mekong','tiểu vùng Mekong','region','',NULL);
INSERT INTO place VALUES('region:mercosur','Mercosur','region','',NULL);
INSERT INTO place VALUES('region:middle-east','Trung Đông','region','',NULL);
INSERT INTO place VALUES('region:mien-bac','miền Bắc','region','',NULL);
INSERT INTO place VALUES('region:mien-nam','miền Nam','region','',NULL);
INSERT INTO place VALUES('region:mien-nui-phia-bac','Trung du và miền núi phía Bắc','region','',NULL);
INSERT INTO place VALUES('region:mien-trung','miền Trung','region','',NULL);
INSERT INTO place VALUES('region:nam-bo','Nam Bộ','region','',NULL);
INSERT INTO place VALUES('region:nam-trung-bo','Duyên hải Nam Trung Bộ','region','',NULL);
INSERT INTO place VALUES('region:nam-trung-bo-va-tay-nguyen','Nam Trung Bộ và Tây Nguyên','region','',NULL);
INSERT INTO place VALUES('region:nato','NATO','region','',NULL);
INSERT INTO place VALUES('region:north-africa','Bắc Phi','region','',NULL);
INSERT INTO place VALUES('region:north-america','Bắc Mỹ','region','',NULL);
INSERT INTO place VALUES('region:northern-europe','Bắc Âu','region','',NULL);
INSERT INTO place VALUES('region:oceania','châu Đại Dương','region','',NULL);
INSERT INTO place VALUES('region:oecd','OECD','region','',NULL);
INSERT INTO place VALUES('region:opec','OPEC','region','',NULL);
INSERT INTO place VALUES('region:opec-plus','OPEC+','region','',NULL);
INSERT INTO place VALUES('region:pacific','Thái Bình Dương','region','',NULL);
INSERT INTO place VALUES('region:rcep','RCEP','region','',NULL);
INSERT INTO place VALUES('region:south-america','Nam Mỹ','region','',NULL);
INSERT INTO place VALUES('region:south-asia','Nam Á','region','',NULL);
INSERT INTO place VALUES('region:southeast-asia','Đông Nam Á','region','',NULL);
INSERT INTO place VALUES('region:southern-europe','Nam Âu','region','',NULL);
INSERT INTO place VALUES('region:sub-saharan-africa','châu Phi cận Sahara','region','',NULL);
INSERT INTO place VALUES('region:tay-bac','Tây Bắc','region','',NULL);
INSERT INTO place VALUES('region:tay-nam-bo','Tây Nam Bộ','region','',NULL);
INSERT INTO place VALUES('region:tay-nguyen','Tây Nguyên','region','',NULL);
INSERT INTO place VALUES('region:trung-bo','Trung Bộ','region','',NULL);
INSERT INTO place VALUES('region:trung-trung-bo','Trung Trung Bộ','region','',NULL);
INSERT INTO place VALUES('region:truong-sa','Trường Sa','region','',NULL);
INSERT INTO place VALUES('region:tu-giac-long-xuyen','Tứ giác Long Xuyên','region','',NULL);
INSERT INTO place VALUES('region:viet-bac','Việt Bắc','region','',NULL);
INSERT INTO place VALUES('region:vung-thu-do','Vùng Thủ đô','region','',NULL);
INSERT INTO place VALUES('region:vung-tphcm','Vùng TP.HCM','region','',NULL);
INSERT INTO place VALUES('region:west-africa','Tây Phi','region','',NULL);
INSERT INTO place VALUES('region:western-europe','Tây Âu','region','',NULL);
INSERT INTO place VALUES('region:world','thế giới','region','',NULL);
CREATE TABLE rule (
  -- Names of the rules that decided on numerals, each kept once.
  rule_key INTEGER PRIMARY KEY,       -- what numeral refers to
  name TEXT NOT NULL UNIQUE           -- a table's name and a row, such as `references:Nghị quyết`
) STRICT;
INSERT INTO rule VALUES(1,'times:day-month');
INSERT INTO rule VALUES(2,'shapes:legal-number');
INSERT INTO rule VALUES(3,'times:year');
INSERT INTO rule VALUES(4,'times:clock');
INSERT INTO rule VALUES(5,'numbers:single count_nouns:điểm cầu');
INSERT INTO rule VALUES(6,'times:duration');
INSERT INTO rule VALUES(7,'numbers:single count_nouns:hồ sơ');
INSERT INTO rule VALUES(8,'numbers:single units:%');
INSERT INTO rule VALUES(9,'numbers:single units:điểm phần trăm');
INSERT INTO rule VALUES(10,'numbers:single units:phút');
INSERT INTO rule VALUES(11,'numbers:range units:phút');
INSERT INTO rule VALUES(12,'numbers:ratio count_nouns:tài khoản');
INSERT INTO rule VALUES(13,'numbers:single count_nouns:tài khoản');
INSERT INTO rule VALUES(14,'times:date');
INSERT INTO rule VALUES(15,'numbers:single units:điểm');
INSERT INTO rule VALUES(16,'ranks:xếp thứ');
INSERT INTO rule VALUES(17,'numbers:single units:bậc');
INSERT INTO rule VALUES(18,'ranks:đứng thứ');
INSERT INTO rule VALUES(19,'references:name');
INSERT INTO rule VALUES(20,'numbers:single count_nouns:thôn, làng');
INSERT INTO rule VALUES(21,'numbers:ratio count_nouns:thôn');
INSERT INTO rule VALUES(22,'numbers:single units:Mbps');
INSERT INTO rule VALUES(23,'numbers:single units:điểm %');
INSERT INTO rule VALUES(24,'numbers:single count_nouns:tổ công nghệ số cộng đồng');
INSERT INTO rule VALUES(25,'numbers:single count_nouns:thành viên');
INSERT INTO rule VALUES(26,'numbers:single count_nouns:lượt người');
INSERT INTO rule VALUES(27,'numbers:single units:đồng');
INSERT INTO rule VALUES(28,'numbers:single abbreviations:DN');
INSERT INTO rule VALUES(29,'numbers:single count_nouns:hộ');
INSERT INTO rule VALUES(30,'numbers:ratio count_nouns:hộ');
INSERT INTO rule VALUES(31,'numbers:fraction count_nouns:khách');
INSERT INTO rule VALUES(32,'numbers:single');
INSERT INTO rule VALUES(33,'times:month');
INSERT INTO rule VALUES(34,'numbers:single units:lần');
INSERT INTO rule VALUES(35,'numbers:single count_nouns:lượt');
INSERT INTO rule VALUES(36,'numbers:single count_nouns:việc');
INSERT INTO rule VALUES(37,'references:list-number');
INSERT INTO rule VALUES(38,'numbers:single count_nouns:trang');
INSERT INTO rule VALUES(39,'numbers:single count_nouns:xã');
INSERT INTO rule VALUES(40,'times:quarter');
INSERT INTO rule VALUES(41,'shapes:phone-mobile');
INSERT INTO rule VALUES(42,'numbers:malformed');
CREATE TABLE document (
  -- An article, whatever its text was at any time.
  document_key INTEGER PRIMARY KEY,   -- what versions refer to
  document TEXT NOT NULL UNIQUE       -- its id, or its path as given
) STRICT;
INSERT INTO document VALUES(1,'raw/chuyen-doi-so-binh-dinh.txt');
INSERT INTO document VALUES(2,'hong');
INSERT INTO document VALUES(3,'sai');
CREATE TABLE document_version (
  -- What a document said when it was read; a new row whenever its text changed.
  version_key INTEGER PRIMARY KEY,    -- what figures refer to
  document_key INTEGER NOT NULL REFERENCES document,  -- the document
  version INTEGER NOT NULL CHECK (version >= 1),      -- counted from 1
  digest TEXT NOT NULL CHECK (length(digest) = 64),   -- SHA-256 of the text
  rules_digest TEXT NOT NULL,         -- the rules that its figures come from
  metadata_digest TEXT NOT NULL,      -- of title, date, address and origin: they bear on the reading too
  title TEXT,                         -- the headline
  published TEXT,                     -- ISO 8601
  url TEXT,                           -- where it was published
  outlet TEXT,                        -- who published it
  place TEXT,                         -- ISO 3166-2: the area that it is about when its text names none
  path TEXT,                          -- the file that it was read from
  record INTEGER,                     -- where it stood in that file, counted from 1
  char_count INTEGER NOT NULL,        -- the length of the text in code points
  digit_runs INTEGER NOT NULL,        -- the maximal runs of the digits 0 to 9 in the text
  digit_runs_lost INTEGER NOT NULL,   -- those of them that no numeral and no figure holds
  first_run_id INTEGER NOT NULL REFERENCES run,       -- the run that brought it
  last_run_id INTEGER NOT NULL REFERENCES run,        -- the run that last wrote anything of it
  superseded_run_id INTEGER REFERENCES run,           -- the run that brought the next one; null for the current one
  -- Last, so that reading what stands before it does not touch the pages that the text flows over.
  text TEXT NOT NULL,                 -- as read: UTF-8, normalization form C
  UNIQUE (document_key, version)
) STRICT;
INSERT INTO document_version VALUES(1,1,1,'71a6fbdec08806d751b24f0bcd60e370174979ee02acd5daabe84ba3024c8e0c','7ad5b0de2aaf026ca373799758635915abec54165cabf73ce6fffad3e556ff92','c27c56f0445e186d','Bình Định đưa dịch vụ công trực tuyến về từng ngõ xóm','2023-12-12T19:05:00+07:00','https://example.vn/2023/chuyen-doi-so-binh-dinh.html','Báo Mẫu Bình Định','VN-31','raw/chuyen-doi-so-binh-dinh.txt',NULL,3437,113,0,1,1,NULL,replace('Bình Định đưa dịch vụ công trực tuyến về từng ngõ xóm\n\nChiều 12.12, tại TP Quy Nhơn, Ban Chỉ đạo chuyển đổi số tỉnh Bình Định họp nhìn lại một năm thực hiện Kế hoạch số 165/KH-UBND và bàn việc của năm 2024. Cuộc họp kéo dài 2 giờ 30 phút, nối đường truyền tới 11 điểm cầu cấp huyện và 159 điểm cầu cấp xã.\n\nCô cán bộ một cửa ở Tuy Phước chỉ cho bà con cách nộp đơn bằng điện thoại. Ảnh: H.MINH\n\nHồ sơ trên mạng vượt hồ sơ giấy\n\nSố liệu trình tại cuộc họp cho biết, 11 tháng đầu năm, các cơ quan trong tỉnh nhận 412.500 hồ sơ thủ tục hành chính. Trong số này có 268.125 hồ sơ nộp qua mạng, chiếm 65%, cao hơn cùng kỳ năm trước 17,4 điểm phần trăm; 144.375 hồ sơ còn lại vẫn được mang tới quầy. Tỷ lệ trả kết quả đúng hẹn là 98,6%. Thời gian ngồi chờ của mỗi người rút từ 25 phút xuống còn 7-10 phút.\n\nTuy vậy, không phải ai lập tài khoản cũng dùng. Tính đến ngày 30.11, mới có 64.741/188.203 tài khoản dịch vụ công phát sinh ít nhất một giao dịch, đạt 34,4%. Ông Lê Quang Thạnh, Phó Giám đốc Sở Thông tin và Truyền thông, thẳng thắn: “Chúng ta đăng ký hộ bà con rồi để đó. Cứ ba tài khoản thì hai tài khoản ngủ yên. Năm 2024 tôi muốn con số này ít nhất phải lên 60%”.\n\nTheo bảng xếp hạng chỉ số chuyển đổi số công bố ngày 12/7/2023, tỉnh được 0,6213 điểm, xếp thứ 15/63, tăng 6 bậc so với lần xếp hạng trước. Riêng trụ cột kinh tế số chỉ đứng thứ 31, giảm 2 bậc.\n\nHạ tầng và nhân lực\n\nNhững kết quả chính của năm 2023:\n\n- Phủ sóng 4G tới toàn bộ 1.116 thôn, làng, khu phố; cáp quang đã vào 1.090/1.116 thôn, đạt 97,7%.\n- Phát thử 5G tại 3 điểm ở Quy Nhơn, tốc độ tải xuống đo được lên tới 820 Mbps.\n- 72% thuê bao cố định dùng IPv6, cao hơn mức trung bình cả nước 13 điểm %.\n- Lập 1.097 tổ công nghệ số cộng đồng với 7.350 thành viên, hướng dẫn hơn 36 nghìn lượt người.\n\nTổng kinh phí cho chuyển đổi số trong năm là 86,4 tỷ đồng, gồm 52 tỷ đồng từ ngân sách tỉnh, 21,9 tỷ đồng từ ngân sách cấp huyện và 12,5 tỷ đồng do doanh nghiệp đóng góp. So với năm 2022 (64 tỷ đồng), mức chi tăng 35%.\n\nỞ khu vực doanh nghiệp, 8.118 DN trong tổng số 8.200 DN còn hoạt động đã xuất hóa đơn điện tử, bằng 99%. Khoảng 640 DN nhỏ được tặng gói phần mềm kế toán trị giá 1,8 triệu đồng/năm.\n\nChợ Dinh quét mã\n\nTại chợ Dinh, nơi có 586 hộ buôn bán cố định, dãy hàng cá từ sáng sớm đã kín những tấm bìa in mã QR. Ban quản lý chợ đếm được 424 hộ/586 hộ nhận tiền qua mã, tương đương 72,4%. Chị Trần Thị Bưởi, bán cá ngừ mười lăm năm nay, kể: “Hồi đầu tôi sợ mất tiền, giờ một nửa khách không cầm ví. Ngày bán được 4 triệu thì hơn hai triệu chạy vô điện thoại”.\n\nThanh niên tình nguyện dán mã QR cho tiểu thương chợ Dinh. Ảnh: Đ.PHÚC\n\nChi nhánh ngân hàng trên địa bàn cho hay số giao dịch qua mã QR tháng 11 gấp 2,4 lần tháng 1, từ 155 nghìn lượt lên 372 nghìn lượt.\n\nMục tiêu năm 2024\n\nKết luận cuộc họp, Phó Chủ tịch UBND tỉnh Võ Đình Khải giao các sở, ngành ba việc:\n\n1. Phấn đấu 80% hồ sơ đủ điều kiện được giải quyết toàn trình trên mạng.\n2. Số hóa xong 1,2 triệu trang sổ hộ tịch trước tháng 9/2024; hiện mới làm được 480 nghìn trang, bằng 40%.\n3. Mỗi huyện chọn 2 xã làm điểm, cả tỉnh có 22 xã điểm, dự kiến hỗ trợ tối đa 350 triệu đồng/xã.\n\n“Chỉ tiêu đặt ra không để treo trên tường. Đơn vị nào dưới 50% vào cuối quý II/2024 thì người đứng đầu phải giải trình”, ông Khải nói.\n\nNgười dân cần trợ giúp có thể gọi số 0256.000.1022 trong giờ hành chính, gửi thư đến hotro@example.vn hoặc xem hướng dẫn tại https://example.vn/binh-dinh/huong-dan.\n\nHẢI MINH\n','\n',char(10)));
INSERT INTO document_version VALUES(2,2,1,'76d8344502f29d6fe4ad5bde827d636a40a1bf0bad73b55029ceac6ce7012dd7','7ad5b0de2aaf026ca373799758635915abec54165cabf73ce6fffad3e556ff92','8e453c8f87a09355',NULL,NULL,NULL,NULL,NULL,'raw/x.jsonl',1,67,7,0,1,1,2,'Giá trị 1.36.3 tỷ đồng, đạt 15%, tổng doanh thu 20 tỷ đồng và 7,5%.');
INSERT INTO document_version VALUES(3,3,1,'a4ac4a3b2f81f49bc87c078eda6d0d431920a738d4702b602a4862f84b989d8d','7ad5b0de2aaf026ca373799758635915abec54165cabf73ce6fffad3e556ff92','448630b109a7c25d',NULL,NULL,NULL,NULL,NULL,'raw/x.jsonl',2,24,3,0,1,1,NULL,'Có 3 xã: 1 xã A, 2 xã B.');
INSERT INTO document_version VALUES(4,2,2,'98c9d3dee12b9e634cd302e2183c8208bfb63bf06e1e803b3dcfc7d91210fc7f','7ad5b0de2aaf026ca373799758635915abec54165cabf73ce6fffad3e556ff92','8e453c8f87a09355',NULL,NULL,NULL,NULL,NULL,'raw/x.jsonl',1,66,6,0,2,2,NULL,'Giá trị 1.363 tỷ đồng, đạt 15%, tổng doanh thu 20 tỷ đồng và 7,5%.');
CREATE TABLE figure (
  -- One statement of one quantity. The meaning of the columns is that of FIGURES.md.
  figure_key INTEGER PRIMARY KEY,     -- what verdicts and relations refer to
  version_key INTEGER NOT NULL REFERENCES document_version,  -- the text that states it
  first_run_id INTEGER NOT NULL REFERENCES run,  -- the run that read it so
  superseded_run_id INTEGER REFERENCES run,      -- the run that no longer did; null while it is believed
  figure_id TEXT NOT NULL CHECK (length(figure_id) = 16),    -- from document, digest and span: the same everywhere
  span_ordinal INTEGER NOT NULL,      -- counts the figures of one span, from 0
  char_start INTEGER NOT NULL,        -- the span in code points, half open
  char_end INTEGER NOT NULL,
  byte_start INTEGER NOT NULL,        -- the same span in UTF-8 bytes
  byte_end INTEGER NOT NULL,
  quote TEXT NOT NULL,                -- the text of the span
  kind TEXT NOT NULL                  -- what the quantity is
    CHECK (kind = 'money' OR kind = 'count' OR kind = 'percent' OR kind = 'point'
      OR kind = 'ratio' OR kind = 'rank' OR kind = 'multiple' OR kind = 'score'
      OR kind = 'duration' OR kind = 'measure' OR kind = 'rate'),
  value TEXT NOT NULL,                -- exact decimal; the lower end of a range
  value_real REAL NOT NULL,           -- the nearest floating-point number, to sort and filter by
  upper TEXT,                         -- the upper end of a range, exact
  upper_real REAL,                    -- the same, to sort and filter by
  of TEXT,                            -- the whole of a ratio, the number of ranked, exact
  of_real REAL,                       -- the same, to sort and filter by
  precision INTEGER,                  -- the power of ten of the last digit stated
  unit TEXT,                          -- ISO 4217, UCUM, or the counted noun
  qualifier TEXT                      -- how the text bounds the value
    CHECK (qualifier = 'about' OR qualifier = 'over' OR qualifier = 'under'
      OR qualifier = 'nearly' OR qualifier = 'at_least' OR qualifier = 'at_most'
      OR qualifier = 'up_to'),
  change TEXT CHECK (change = 'increase' OR change = 'decrease'),    -- the direction of a stated change
  basis TEXT,                         -- what a change is measured against, as written
  status TEXT NOT NULL                -- reached, estimated, set or foreseen
    CHECK (status = 'actual' OR status = 'estimate' OR status = 'target'
      OR status = 'forecast'),
  period TEXT,                        -- what time it is about: ISO 8601 / EDTF
  period_first_day TEXT,              -- the first day of it; null when open or unknown
  period_last_day TEXT,               -- the last day of it
  place TEXT,                         -- ISO 3166-2, or ISO 3166-1 for a country
  subject TEXT,                       -- what is measured, as written
  source TEXT,                        -- who is cited for it
  indicator TEXT,                     -- the name of the statistic, where a rule knows it
  rule TEXT,                          -- the rules that fired, outermost first
  verdict TEXT NOT NULL               -- the worst that validation said, or that a relation of it is broken
    CHECK (verdict = 'ok' OR verdict = 'info' OR verdict = 'warning' OR verdict = 'error'
      OR verdict = 'broken'),
  CHECK (char_start >= 0 AND char_start < char_end AND byte_start >= char_start AND byte_start < byte_end)
) STRICT;
INSERT INTO figure VALUES(1,1,1,NULL,'e7e0cae42c139c25',0,260,271,348,364,'11 điểm cầu','count','11',11.0,NULL,NULL,NULL,NULL,0,'điểm cầu','up_to',NULL,NULL,'actual','2024','2024-01-01','2024-12-31','VN-31','điểm cầu cấp huyện',NULL,NULL,'numbers:single count_nouns:điểm cầu qualifiers:tới','ok');
INSERT INTO figure VALUES(2,1,1,NULL,'e7e0ca076bf6c19a',0,285,297,383,400,'159 điểm cầu','count','159',159.0,NULL,NULL,NULL,NULL,0,'điểm cầu',NULL,NULL,NULL,'actual','2024','2024-01-01','2024-12-31','VN-31','điểm cầu cấp xã',NULL,NULL,'numbers:single count_nouns:điểm cầu','ok');
INSERT INTO figure VALUES(3,1,1,NULL,'e7e0caf276bd0ec8',0,511,524,685,701,'412.500 hồ sơ','count','412500',412500.0,NULL,NULL,NULL,NULL,0,'hồ sơ',NULL,NULL,NULL,'actual','2023-01/2023-11','2023-01-01','2023-11-30','VN-31','hồ sơ thủ tục hành chính',NULL,'SL.so-ho-so-tthc','numbers:single count_nouns:hồ sơ','info');
INSERT INTO figure VALUES(4,1,1,NULL,'e7e0cac6ff4ac271',0,561,574,748,764,'268.125 hồ sơ','count','268125',268125.0,NULL,NULL,NULL,NULL,0,'hồ sơ',NULL,NULL,NULL,'actual','2023-01/2023-11','2023-01-01','2023-11-30','VN-31','hồ sơ nộp qua mạng',NULL,NULL,'numbers:single count_nouns:hồ sơ','info');
INSERT INTO figure VALUES(5,1,1,NULL,'e7e0cab1ed3daa43',0,595,598,791,794,'65%','percent','65',65.0,NULL,NULL,NULL,NULL,0,'%',NULL,NULL,NULL,'actual','2023-01/2023-11','2023-01-01','2023-11-30','VN-31','hồ sơ nộp qua mạng',NULL,NULL,'numbers:single units:%','info');
INSERT INTO figure VALUES(6,1,1,NULL,'e7e0cab8cfbef5e8',0,626,645,830,855,'17,4 điểm phần trăm','point','17.4',17.399999999999998578,NULL,NULL,NULL,NULL,-1,'pp',NULL,'increase',NULL,'actual','2023-01/2023-11','2023-01-01','2023-11-30','VN-31','hồ sơ nộp qua mạng',NULL,NULL,'numbers:single units:điểm phần trăm changes:cao hơn','ok');
INSERT INTO figure VALUES(7,1,1,NULL,'e7e0ca3ee9214c0e',0,647,660,857,873,'144.375 hồ sơ','count','144375',144375.0,NULL,NULL,NULL,NULL,0,'hồ sơ',NULL,NULL,NULL,'actual','2023-01/2023-11','2023-01-01','2023-11-30','VN-31','hồ sơ còn lại vẫn được mang tới quầy',NULL,NULL,'numbers:single count_nouns:hồ sơ','info');
INSERT INTO figure VALUES(8,1,1,NULL,'e7e0cae097b50210',0,723,728,964,969,'98,6%','percent','98.6',98.599999999999994315,NULL,NULL,NULL,NULL,-1,'%',NULL,NULL,NULL,'actual','2023-01/2023-11','2023-01-01','2023-11-30','VN-31','Tỷ lệ trả kết quả đúng hẹn',NULL,NULL,'numbers:single units:%','ok');
INSERT INTO figure VALUES(9,1,1,NULL,'e7e0ca45d025b7b0',0,770,777,1027,1035,'25 phút','duration','25',25.0,NULL,NULL,NULL,NULL,0,'min',NULL,NULL,NULL,'actual','2023-01/2023-11','2023-01-01','2023-11-30','VN-31','Thời gian ngồi chờ của mỗi người rút',NULL,NULL,'numbers:single units:phút','ok');
INSERT INTO figure VALUES(10,1,1,NULL,'e7e0cac31af09cd1',0,788,797,1049,1059,'7-10 phút','duration','7',7.0,'10',10.0,NULL,NULL,0,'min',NULL,NULL,NULL,'actual','2023-01/2023-11','2023-01-01','2023-11-30','VN-31','Thời gian ngồi chờ của mỗi người rút',NULL,NULL,'numbers:range units:phút','ok');
INSERT INTO figure VALUES(11,1,1,NULL,'e7e0cab7badc3d46',0,876,900,1158,1185,'64.741/188.203 tài khoản','ratio','64741',64741.0,NULL,NULL,'188203',188203.0,0,'tài khoản',NULL,NULL,NULL,'actual','2023-11-30','2023-11-30','2023-11-30','VN-31','tài khoản dịch vụ công phát sinh ít nhất một giao dịch',NULL,NULL,'numbers:ratio count_nouns:tài khoản','info');
INSERT INTO figure VALUES(12,1,1,NULL,'e7e0ca43c8f9a452',0,951,956,1252,1257,'34,4%','percent','34.4',34.399999999999998578,NULL,NULL,NULL,NULL,-1,'%',NULL,NULL,NULL,'actual','2023-11-30','2023-11-30','2023-11-30','VN-31','tài khoản dịch vụ công phát sinh ít nhất một giao dịch',NULL,NULL,'numbers:single units:%','info');
INSERT INTO figure VALUES(13,1,1,NULL,'e7e0ca40affad5d7',0,1075,1087,1414,1429,'ba tài khoản','count','3',3.0,NULL,NULL,NULL,NULL,0,'tài khoản',NULL,NULL,NULL,'actual','2023-11-30','2023-11-30','2023-11-30','VN-31','tài khoản','Ông Lê Quang Thạnh, Phó Giám đốc Sở',NULL,'numbers:single count_nouns:tài khoản','ok');
INSERT INTO figure VALUES(14,1,1,NULL,'e7e0ca685848b669',0,1092,1105,1435,1451,'hai tài khoản','count','2',2.0,NULL,NULL,NULL,NULL,0,'tài khoản',NULL,NULL,NULL,'actual','2023-11-30','2023-11-30','2023-11-30','VN-31','tài khoản ngủ yên','Ông Lê Quang Thạnh, Phó Giám đốc Sở',NULL,'numbers:single count_nouns:tài khoản','ok');
INSERT INTO figure VALUES(15,1,1,NULL,'e7e0ca1b15e8cd97',0,1161,1164,1523,1526,'60%','percent','60',60.0,NULL,NULL,NULL,NULL,0,'%','at_least',NULL,NULL,'target','2024','2024-01-01','2024-12-31','VN-31','tôi muốn con số','Ông Lê Quang Thạnh, Phó Giám đốc Sở',NULL,'numbers:single units:% qualifiers:ít nhất statuses:phải','ok');
INSERT INTO figure VALUES(16,1,1,NULL,'e7e0ca4f79c9488e',0,1242,1253,1633,1647,'0,6213 điểm','score','0.6213',0.6212999999999999634,NULL,NULL,NULL,NULL,-4,'điểm',NULL,NULL,NULL,'actual','2023-07-12','2023-07-12','2023-07-12','VN-31','tỉnh',NULL,NULL,'numbers:single units:điểm','ok');
INSERT INTO figure VALUES(17,1,1,NULL,'e7e0ca2ac88068e7',0,1263,1268,1661,1666,'15/63','rank','15',15.0,NULL,NULL,'63',63.0,0,'rank',NULL,NULL,NULL,'actual','2023-07-12','2023-07-12','2023-07-12','VN-31','tỉnh',NULL,NULL,'ranks:xếp thứ','ok');
INSERT INTO figure VALUES(18,1,1,NULL,'e7e0ca025e86ae18',0,1275,1280,1674,1681,'6 bậc','count','6',6.0,NULL,NULL,NULL,NULL,0,'bậc',NULL,'increase','so với lần xếp hạng trước','actual','2023-07-12','2023-07-12','2023-07-12','VN-31','bậc so với lần xếp hạng',NULL,NULL,'numbers:single units:bậc changes:tăng','ok');
INSERT INTO figure VALUES(19,1,1,NULL,'e7e0ca6c7b318397',0,1346,1348,1774,1776,'31','rank','31',31.0,NULL,NULL,NULL,NULL,0,'rank',NULL,NULL,NULL,'actual','2023-07-12','2023-07-12','2023-07-12','VN-31','trụ cột kinh tế số',NULL,NULL,'ranks:đứng thứ','ok');
INSERT INTO figure VALUES(20,1,1,NULL,'e7e0ca001470e486',0,1355,1360,1785,1792,'2 bậc','count','2',2.0,NULL,NULL,NULL,NULL,0,'bậc',NULL,'decrease',NULL,'actual','2023-07-12','2023-07-12','2023-07-12','VN-31','bậc',NULL,NULL,'numbers:single units:bậc changes:giảm','ok');
INSERT INTO figure VALUES(21,1,1,NULL,'e7e0caec25acfd9e',0,1445,1470,1903,1932,'1.116 thôn, làng, khu phố','count','1116',1116.0,NULL,NULL,NULL,NULL,0,'thôn, làng, khu phố',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','thôn, làng, khu phố',NULL,NULL,'numbers:single count_nouns:thôn, làng','ok');
INSERT INTO figure VALUES(22,1,1,NULL,'e7e0ca22c0b64664',0,1489,1505,1955,1972,'1.090/1.116 thôn','ratio','1090',1090.0,NULL,NULL,'1116',1116.0,0,'thôn',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','thôn',NULL,NULL,'numbers:ratio count_nouns:thôn statuses:đã','info');
INSERT INTO figure VALUES(23,1,1,NULL,'e7e0ca18037cb98b',0,1511,1516,1981,1986,'97,7%','percent','97.7',97.70000000000000284,NULL,NULL,NULL,NULL,-1,'%',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','thôn',NULL,NULL,'numbers:single units:% statuses:đã','info');
INSERT INTO figure VALUES(24,1,1,NULL,'e7e0cab23a35bd84',0,1536,1542,2011,2020,'3 điểm','score','3',3.0,NULL,NULL,NULL,NULL,0,'điểm',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','Phát thử 5G',NULL,NULL,'numbers:single units:điểm','ok');
INSERT INTO figure VALUES(25,1,1,NULL,'e7e0ca147a135fe4',0,1588,1596,2086,2094,'820 Mbps','measure','820',820.0,NULL,NULL,NULL,NULL,0,'Mbit/s','up_to',NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','tốc độ tải xuống đo',NULL,NULL,'numbers:single units:Mbps qualifiers:lên tới','ok');
INSERT INTO figure VALUES(26,1,1,NULL,'e7e0ca52f116fff0',0,1600,1603,2098,2101,'72%','percent','72',72.0,NULL,NULL,NULL,NULL,0,'%',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','thuê bao cố định dùng IPv',NULL,NULL,'numbers:single units:%','ok');
INSERT INTO figure VALUES(27,1,1,NULL,'e7e0ca71dfa239d7',0,1663,1672,2177,2189,'13 điểm %','point','13',13.0,NULL,NULL,NULL,NULL,0,'pp',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN','trung bình cả nước',NULL,NULL,'numbers:single units:điểm %','ok');
INSERT INTO figure VALUES(28,1,1,NULL,'e7e0caba24a03344',0,1680,1711,2199,2242,'1.097 tổ công nghệ số cộng đồng','count','1097',1097.0,NULL,NULL,NULL,NULL,0,'tổ công nghệ số cộng đồng',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','tổ công nghệ số cộng đồng',NULL,NULL,'numbers:single count_nouns:tổ công nghệ số cộng đồng','ok');
INSERT INTO figure VALUES(29,1,1,NULL,'e7e0caa3ecacb18f',0,1716,1732,2249,2267,'7.350 thành viên','count','7350',7350.0,NULL,NULL,NULL,NULL,0,'thành viên',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','thành viên, hướng dẫn',NULL,NULL,'numbers:single count_nouns:thành viên','ok');
INSERT INTO figure VALUES(30,1,1,NULL,'e7e0cac249df2d4b',0,1748,1767,2289,2315,'36 nghìn lượt người','count','36000',36000.0,NULL,NULL,NULL,NULL,3,'lượt người','over',NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','lượt người',NULL,NULL,'numbers:single count_nouns:lượt người qualifiers:hơn','ok');
INSERT INTO figure VALUES(31,1,1,NULL,'e7e0ca45ea4c11b9',0,1815,1827,2375,2392,'86,4 tỷ đồng','money','86400000000',86400000000.0,NULL,NULL,NULL,NULL,8,'VND',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','Tổng kinh phí cho chuyển đổi số',NULL,NULL,'numbers:single units:đồng','info');
INSERT INTO figure VALUES(32,1,1,NULL,'e7e0ca2445773e57',0,1833,1843,2400,2415,'52 tỷ đồng','money','52000000000',52000000000.0,NULL,NULL,NULL,NULL,9,'VND',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','Tổng kinh phí cho chuyển đổi số',NULL,NULL,'numbers:single units:đồng','info');
INSERT INTO figure VALUES(33,1,1,NULL,'e7e0ca6bd72889d2',0,1863,1875,2441,2458,'21,9 tỷ đồng','money','21900000000',21900000000.0,NULL,NULL,NULL,NULL,8,'VND',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','Tổng kinh phí cho chuyển đổi số',NULL,NULL,'numbers:single units:đồng','info');
INSERT INTO figure VALUES(34,1,1,NULL,'e7e0cab531772361',0,1902,1914,2494,2511,'12,5 tỷ đồng','money','12500000000',12500000000.0,NULL,NULL,NULL,NULL,8,'VND',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','ngân sách cấp huyện',NULL,NULL,'numbers:single units:đồng','info');
INSERT INTO figure VALUES(35,1,1,NULL,'e7e0caf002c03f23',0,1958,1968,2563,2578,'64 tỷ đồng','money','64000000000',64000000000.0,NULL,NULL,NULL,NULL,9,'VND',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','ngân sách cấp huyện',NULL,NULL,'numbers:single units:đồng','ok');
INSERT INTO figure VALUES(36,1,1,NULL,'e7e0caa7fc0929f7',0,1984,1987,2597,2600,'35%','percent','35',35.0,NULL,NULL,NULL,NULL,0,'%',NULL,'increase','So với năm 2022','actual',NULL,NULL,NULL,'VN-31','chi',NULL,NULL,'numbers:single units:% changes:tăng','ok');
INSERT INTO figure VALUES(37,1,1,NULL,'e7e0cadd374add62',0,2014,2022,2633,2641,'8.118 DN','count','8118',8118.0,NULL,NULL,NULL,NULL,0,'doanh nghiệp',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','DN trong tổng số',NULL,NULL,'numbers:single abbreviations:DN','ok');
INSERT INTO figure VALUES(38,1,1,NULL,'e7e0caf1b4f64be3',0,2037,2045,2660,2668,'8.200 DN','count','8200',8200.0,NULL,NULL,NULL,NULL,0,'doanh nghiệp',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','DN còn hoạt động đã xuất hóa đơn điện tử',NULL,NULL,'numbers:single abbreviations:DN','ok');
INSERT INTO figure VALUES(39,1,1,NULL,'e7e0cad4812af07b',0,2090,2093,2733,2736,'99%','percent','99',99.0,NULL,NULL,NULL,NULL,0,'%',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','DN còn hoạt động đã xuất hóa đơn điện tử',NULL,'SL.hoa-don-dien-tu','numbers:single units:% statuses:đã','ok');
INSERT INTO figure VALUES(40,1,1,NULL,'e7e0ca40e42b25db',0,2102,2108,2747,2753,'640 DN','count','640',640.0,NULL,NULL,NULL,NULL,0,'doanh nghiệp','about',NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','DN nhỏ được tặng gói phần mềm kế toán trị giá',NULL,NULL,'numbers:single abbreviations:DN qualifiers:khoảng','ok');
INSERT INTO figure VALUES(41,1,1,NULL,'e7e0ca7b728587c9',0,2152,2170,2816,2840,'1,8 triệu đồng/năm','rate','1800000',1800000.0,NULL,NULL,NULL,NULL,5,'VND/a',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','nhỏ được tặng gói phần mềm kế toán trị giá',NULL,NULL,'numbers:single units:đồng','ok');
INSERT INTO figure VALUES(42,1,1,NULL,'e7e0ca9487cc3fc3',0,2212,2218,2892,2900,'586 hộ','count','586',586.0,NULL,NULL,NULL,NULL,0,'hộ',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','hộ buôn bán cố định',NULL,NULL,'numbers:single count_nouns:hộ','ok');
INSERT INTO figure VALUES(43,1,1,NULL,'e7e0ca2d1ec6c1f5',0,2317,2330,3035,3052,'424 hộ/586 hộ','ratio','424',424.0,NULL,NULL,'586',586.0,0,'hộ',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','hộ nhận tiền qua mã',NULL,NULL,'numbers:ratio count_nouns:hộ','info');
INSERT INTO figure VALUES(44,1,1,NULL,'e7e0ca4544322517',0,2361,2366,3093,3098,'72,4%','percent','72.4',72.400000000000005683,NULL,NULL,NULL,NULL,-1,'%',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','đương',NULL,NULL,'numbers:single units:%','info');
INSERT INTO figure VALUES(45,1,1,NULL,'e7e0ca15c2105d5a',0,2450,2463,3218,3236,'một nửa khách','ratio','1',1.0,NULL,NULL,'2',2.0,0,'khách',NULL,NULL,NULL,'actual','2023','2023-01-01','2023-12-31','VN-31','khách không cầm ví',NULL,NULL,'numbers:fraction count_nouns:khách','ok');
INSERT INTO figure VALUES(46,1,1,NULL,'e7e0caa89ba81af5',0,2492,2499,3275,3284,'4 triệu','money','4000000',4000000.0,NULL,NULL,NULL,NULL,6,'VND',NULL,NULL,NULL,'actual','2023','2023-01-01','2023-12-31','VN-31','bán',NULL,NULL,'numbers:single','ok');
INSERT INTO figure VALUES(47,1,1,NULL,'e7e0ca69bf04d08b',0,2508,2517,3295,3306,'hai triệu','money','2000000',2000000.0,NULL,NULL,NULL,NULL,6,'VND','over',NULL,NULL,'actual','2023','2023-01-01','2023-12-31','VN-31','chạy vô điện thoại',NULL,NULL,'numbers:single qualifiers:hơn','ok');
INSERT INTO figure VALUES(48,1,1,NULL,'e7e0ca5f9cbf28ce',0,2689,2696,3520,3529,'2,4 lần','multiple','2.4',2.3999999999999999111,NULL,NULL,NULL,NULL,-1,'x',NULL,NULL,NULL,'actual','2023-01','2023-01-01','2023-01-31','VN-31','số giao dịch qua mã QR',NULL,NULL,'numbers:single units:lần','info');
INSERT INTO figure VALUES(49,1,1,NULL,'e7e0ca53fbd00ff2',0,2709,2723,3545,3563,'155 nghìn lượt','count','155000',155000.0,NULL,NULL,NULL,NULL,3,'lượt',NULL,NULL,NULL,'actual','2023-01','2023-01-01','2023-01-31','VN-31','lượt',NULL,NULL,'numbers:single count_nouns:lượt','info');
INSERT INTO figure VALUES(50,1,1,NULL,'e7e0cad050ad5f27',0,2728,2742,3569,3587,'372 nghìn lượt','count','372000',372000.0,NULL,NULL,NULL,NULL,3,'lượt',NULL,NULL,NULL,'actual','2023-01','2023-01-01','2023-01-31','VN-31','lượt',NULL,NULL,'numbers:single count_nouns:lượt','info');
INSERT INTO figure VALUES(51,1,1,NULL,'e7e0caf2932b008d',0,2838,2845,3711,3720,'ba việc','count','3',3.0,NULL,NULL,NULL,NULL,0,'việc',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','việc',NULL,NULL,'numbers:single count_nouns:việc','ok');
INSERT INTO figure VALUES(52,1,1,NULL,'e7e0ca098fe4d42f',0,2860,2863,3740,3743,'80%','percent','80',80.0,NULL,NULL,NULL,NULL,0,'%',NULL,NULL,NULL,'target',NULL,NULL,NULL,'VN-31','hồ sơ đủ điều kiện được giải quyết toàn trình trên mạng',NULL,NULL,'numbers:single units:% statuses:phấn đấu','ok');
INSERT INTO figure VALUES(53,1,1,NULL,'e7e0ca64f574ed98',0,2936,2951,3843,3860,'1,2 triệu trang','count','1200000',1200000.0,NULL,NULL,NULL,NULL,5,'trang',NULL,NULL,NULL,'actual','2024-09','2024-09-01','2024-09-30','VN-31','trang sổ hộ tịch trước tháng',NULL,NULL,'numbers:single count_nouns:trang','info');
INSERT INTO figure VALUES(54,1,1,NULL,'e7e0cab1ccd06f5f',0,3001,3016,3929,3945,'480 nghìn trang','count','480000',480000.0,NULL,NULL,NULL,NULL,3,'trang',NULL,NULL,NULL,'actual','2024-09','2024-09-01','2024-09-30','VN-31','trang',NULL,NULL,'numbers:single count_nouns:trang','info');
INSERT INTO figure VALUES(55,1,1,NULL,'e7e0ca5e9d7b5892',0,3023,3026,3954,3957,'40%','percent','40',40.0,NULL,NULL,NULL,NULL,0,'%',NULL,NULL,NULL,'actual','2024-09','2024-09-01','2024-09-30','VN-31','trang',NULL,NULL,'numbers:single units:%','info');
INSERT INTO figure VALUES(56,1,1,NULL,'e7e0cae3c4deb12a',0,3046,3050,3983,3988,'2 xã','count','2',2.0,NULL,NULL,NULL,NULL,0,'xã',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','xã làm điểm, cả tỉnh',NULL,NULL,'numbers:single count_nouns:xã','ok');
INSERT INTO figure VALUES(57,1,1,NULL,'e7e0ca819696b6df',0,3072,3077,4019,4025,'22 xã','count','22',22.0,NULL,NULL,NULL,NULL,0,'xã',NULL,NULL,NULL,'actual',NULL,NULL,NULL,'VN-31','xã điểm',NULL,NULL,'numbers:single count_nouns:xã','ok');
INSERT INTO figure VALUES(58,1,1,NULL,'e7e0ca9595f847e4',0,3106,3120,4068,4087,'350 triệu đồng','money','350000000',350000000.0,NULL,NULL,NULL,NULL,6,'VND','at_most',NULL,NULL,'forecast',NULL,NULL,NULL,'VN-31','hỗ trợ',NULL,NULL,'numbers:single units:đồng qualifiers:tối đa statuses:dự kiến','ok');
INSERT INTO figure VALUES(59,1,1,NULL,'e7e0ca78a06a06ce',0,3185,3188,4177,4180,'50%','percent','50',50.0,NULL,NULL,NULL,NULL,0,'%','under',NULL,NULL,'actual','2024-Q2','2024-04-01','2024-06-30','VN-31','Đơn vị',NULL,NULL,'numbers:single units:% qualifiers:dưới','ok');
INSERT INTO figure VALUES(60,2,1,2,'d350947fa1249cdb',0,28,31,39,42,'15%','percent','15',15.0,NULL,NULL,NULL,NULL,0,'%',NULL,NULL,NULL,'actual',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'numbers:single units:%','ok');
INSERT INTO figure VALUES(61,2,1,2,'d350940fe8257245',0,48,58,61,76,'20 tỷ đồng','money','20000000000',20000000000.0,NULL,NULL,NULL,NULL,9,'VND',NULL,NULL,NULL,'actual',NULL,NULL,NULL,NULL,'tổng doanh thu',NULL,'SL.doanh-thu-dn','numbers:single units:đồng','ok');
INSERT INTO figure VALUES(62,2,1,2,'d35094d28fe46791',0,62,66,81,85,'7,5%','percent','7.5',7.5,NULL,NULL,NULL,NULL,-1,'%',NULL,NULL,NULL,'actual',NULL,NULL,NULL,NULL,'tổng doanh thu',NULL,NULL,'numbers:single units:%','ok');
INSERT INTO figure VALUES(63,3,1,NULL,'bf409be3e40ecf4f',0,3,7,4,9,'3 xã','count','3',3.0,NULL,NULL,NULL,NULL,0,'xã',NULL,NULL,NULL,'actual',NULL,NULL,NULL,NULL,'xã',NULL,NULL,'numbers:single count_nouns:xã','info');
INSERT INTO figure VALUES(64,3,1,NULL,'bf409b0aca663d3b',0,9,13,11,16,'1 xã','count','1',1.0,NULL,NULL,NULL,NULL,0,'xã',NULL,NULL,NULL,'actual',NULL,NULL,NULL,NULL,'xã A',NULL,NULL,'numbers:single count_nouns:xã','info');
INSERT INTO figure VALUES(65,3,1,NULL,'bf409b4d6d3f242e',0,17,21,20,25,'2 xã','count','2',2.0,NULL,NULL,NULL,NULL,0,'xã',NULL,NULL,NULL,'actual',NULL,NULL,NULL,NULL,'xã B',NULL,NULL,'numbers:single count_nouns:xã','info');
INSERT INTO figure VALUES(66,4,2,NULL,'173910401ada79c1',0,8,21,11,29,'1.363 tỷ đồng','money','1363000000000',1363000000000.0,NULL,NULL,NULL,NULL,9,'VND',NULL,NULL,NULL,'actual',NULL,NULL,NULL,NULL,'Giá trị',NULL,NULL,'numbers:single units:đồng','ok');
INSERT INTO figure VALUES(67,4,2,NULL,'1739106366a0a697',0,27,30,38,41,'15%','percent','15',15.0,NULL,NULL,NULL,NULL,0,'%',NULL,NULL,NULL,'actual',NULL,NULL,NULL,NULL,'Giá trị',NULL,NULL,'numbers:single units:%','ok');
INSERT INTO figure VALUES(68,4,2,NULL,'1739109d7c849853',0,47,57,60,75,'20 tỷ đồng','money','20000000000',20000000000.0,NULL,NULL,NULL,NULL,9,'VND',NULL,NULL,NULL,'actual',NULL,NULL,NULL,NULL,'tổng doanh thu',NULL,'SL.doanh-thu-dn','numbers:single units:đồng','ok');
INSERT INTO figure VALUES(69,4,2,NULL,'1739101d8c2b935d',0,61,65,80,84,'7,5%','percent','7.5',7.5,NULL,NULL,NULL,NULL,-1,'%',NULL,NULL,NULL,'actual',NULL,NULL,NULL,NULL,'tổng doanh thu',NULL,NULL,'numbers:single units:%','ok');
CREATE TABLE verdict (
  -- What one check said about one figure.
  figure_key INTEGER NOT NULL REFERENCES figure,  -- the figure
  ordinal INTEGER NOT NULL,           -- counts the verdicts of a figure, from 0
  rule TEXT NOT NULL,                 -- the check
  severity TEXT NOT NULL CHECK (severity = 'info' OR severity = 'warning' OR severity = 'error'),  -- how bad it is
  message TEXT NOT NULL,              -- what is wrong, or was confirmed
  PRIMARY KEY (figure_key, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO verdict VALUES(3,0,'relations:sum','info','268125 + 144375 = 412500, stated 412500: holds');
INSERT INTO verdict VALUES(3,1,'relations:share','info','268125 ÷ 412500 × 100 = 65, stated 65: holds');
INSERT INTO verdict VALUES(4,0,'relations:sum','info','268125 + 144375 = 412500, stated 412500: holds');
INSERT INTO verdict VALUES(4,1,'relations:share','info','268125 ÷ 412500 × 100 = 65, stated 65: holds');
INSERT INTO verdict VALUES(5,0,'relations:share','info','268125 ÷ 412500 × 100 = 65, stated 65: holds');
INSERT INTO verdict VALUES(7,0,'relations:sum','info','268125 + 144375 = 412500, stated 412500: holds');
INSERT INTO verdict VALUES(11,0,'relations:share','info','64741 ÷ 188203 × 100 = 34.4, stated 34.4: holds');
INSERT INTO verdict VALUES(12,0,'relations:share','info','64741 ÷ 188203 × 100 = 34.4, stated 34.4: holds');
INSERT INTO verdict VALUES(22,0,'relations:share','info','1090 ÷ 1116 × 100 = 97.67, stated 97.7: holds');
INSERT INTO verdict VALUES(23,0,'relations:share','info','1090 ÷ 1116 × 100 = 97.67, stated 97.7: holds');
INSERT INTO verdict VALUES(31,0,'relations:sum','info','52000000000 + 21900000000 + 12500000000 = 86400000000, stated 86400000000: holds');
INSERT INTO verdict VALUES(32,0,'relations:sum','info','52000000000 + 21900000000 + 12500000000 = 86400000000, stated 86400000000: holds');
INSERT INTO verdict VALUES(33,0,'relations:sum','info','52000000000 + 21900000000 + 12500000000 = 86400000000, stated 86400000000: holds');
INSERT INTO verdict VALUES(34,0,'relations:sum','info','52000000000 + 21900000000 + 12500000000 = 86400000000, stated 86400000000: holds');
INSERT INTO verdict VALUES(43,0,'relations:share','info','424 ÷ 586 × 100 = 72.355, stated 72.4: holds');
INSERT INTO verdict VALUES(44,0,'relations:share','info','424 ÷ 586 × 100 = 72.355, stated 72.4: holds');
INSERT INTO verdict VALUES(48,0,'relations:multiple','info','372000 ÷ 155000 = 2.4, stated 2.4: holds');
INSERT INTO verdict VALUES(49,0,'relations:multiple','info','372000 ÷ 155000 = 2.4, stated 2.4: holds');
INSERT INTO verdict VALUES(50,0,'relations:multiple','info','372000 ÷ 155000 = 2.4, stated 2.4: holds');
INSERT INTO verdict VALUES(53,0,'relations:share','info','480000 ÷ 1200000 × 100 = 40, stated 40: holds');
INSERT INTO verdict VALUES(54,0,'relations:share','info','480000 ÷ 1200000 × 100 = 40, stated 40: holds');
INSERT INTO verdict VALUES(55,0,'relations:share','info','480000 ÷ 1200000 × 100 = 40, stated 40: holds');
INSERT INTO verdict VALUES(63,0,'relations:sum','info','1 + 2 = 3, stated 3: holds');
INSERT INTO verdict VALUES(64,0,'relations:sum','info','1 + 2 = 3, stated 3: holds');
INSERT INTO verdict VALUES(65,0,'relations:sum','info','1 + 2 = 3, stated 3: holds');
CREATE TABLE numeral (
  -- Every number expression of the current reading of a text, with what became of it.
  version_key INTEGER NOT NULL REFERENCES document_version,  -- the text
  ordinal INTEGER NOT NULL,           -- counts the numerals of a text, from 0
  char_start INTEGER NOT NULL,        -- the span in code points, half open
  char_end INTEGER NOT NULL,
  byte_start INTEGER NOT NULL,        -- the same span in UTF-8 bytes
  byte_end INTEGER NOT NULL,
  digit_runs INTEGER NOT NULL,        -- the maximal digit runs inside; 0 for a number in words
  disposition TEXT NOT NULL CHECK (disposition = 'figure' OR disposition = 'time' OR disposition = 'reference'
      OR disposition = 'rejected'),  -- what became of it
  rule_key INTEGER NOT NULL REFERENCES rule,  -- the rule that decided
  reason TEXT,                        -- why it was refused
  PRIMARY KEY (version_key, ordinal),
  CHECK (char_start >= 0 AND char_start < char_end AND byte_start >= char_start AND byte_start < byte_end)
) STRICT, WITHOUT ROWID;
INSERT INTO numeral VALUES(1,0,61,66,84,89,1,'time',1,NULL);
INSERT INTO numeral VALUES(1,1,169,180,231,242,1,'reference',2,NULL);
INSERT INTO numeral VALUES(1,2,201,205,270,274,1,'time',3,NULL);
INSERT INTO numeral VALUES(1,3,224,237,299,315,2,'time',4,NULL);
INSERT INTO numeral VALUES(1,4,260,271,348,364,1,'figure',5,NULL);
INSERT INTO numeral VALUES(1,5,285,297,383,400,1,'figure',5,NULL);
INSERT INTO numeral VALUES(1,6,465,473,628,637,1,'time',6,NULL);
INSERT INTO numeral VALUES(1,7,511,524,685,701,1,'figure',7,NULL);
INSERT INTO numeral VALUES(1,8,561,574,748,764,1,'figure',7,NULL);
INSERT INTO numeral VALUES(1,9,595,598,791,794,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,10,626,645,830,855,1,'figure',9,NULL);
INSERT INTO numeral VALUES(1,11,647,660,857,873,1,'figure',7,NULL);
INSERT INTO numeral VALUES(1,12,723,728,964,969,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,13,770,777,1027,1035,1,'figure',10,NULL);
INSERT INTO numeral VALUES(1,14,788,797,1049,1059,2,'figure',11,NULL);
INSERT INTO numeral VALUES(1,15,862,867,1141,1146,1,'time',1,NULL);
INSERT INTO numeral VALUES(1,16,876,900,1158,1185,2,'figure',12,NULL);
INSERT INTO numeral VALUES(1,17,951,956,1252,1257,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,18,1075,1087,1414,1429,0,'figure',13,NULL);
INSERT INTO numeral VALUES(1,19,1092,1105,1435,1451,0,'figure',13,NULL);
INSERT INTO numeral VALUES(1,20,1119,1123,1469,1473,1,'time',3,NULL);
INSERT INTO numeral VALUES(1,21,1161,1164,1523,1526,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,22,1221,1230,1606,1615,3,'time',14,NULL);
INSERT INTO numeral VALUES(1,23,1242,1253,1633,1647,1,'figure',15,NULL);
INSERT INTO numeral VALUES(1,24,1263,1268,1661,1666,2,'figure',16,NULL);
INSERT INTO numeral VALUES(1,25,1275,1280,1674,1681,1,'figure',17,NULL);
INSERT INTO numeral VALUES(1,26,1346,1348,1774,1776,1,'figure',18,NULL);
INSERT INTO numeral VALUES(1,27,1355,1360,1785,1792,1,'figure',17,NULL);
INSERT INTO numeral VALUES(1,28,1412,1416,1862,1866,1,'time',3,NULL);
INSERT INTO numeral VALUES(1,29,1430,1432,1883,1885,1,'reference',19,NULL);
INSERT INTO numeral VALUES(1,30,1445,1470,1903,1932,1,'figure',20,NULL);
INSERT INTO numeral VALUES(1,31,1489,1505,1955,1972,2,'figure',21,NULL);
INSERT INTO numeral VALUES(1,32,1511,1516,1981,1986,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,33,1529,1531,2002,2004,1,'reference',19,NULL);
INSERT INTO numeral VALUES(1,34,1536,1542,2011,2020,1,'figure',15,NULL);
INSERT INTO numeral VALUES(1,35,1588,1596,2086,2094,1,'figure',22,NULL);
INSERT INTO numeral VALUES(1,36,1600,1603,2098,2101,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,37,1626,1630,2131,2135,1,'reference',19,NULL);
INSERT INTO numeral VALUES(1,38,1663,1672,2177,2189,1,'figure',23,NULL);
INSERT INTO numeral VALUES(1,39,1680,1711,2199,2242,1,'figure',24,NULL);
INSERT INTO numeral VALUES(1,40,1716,1732,2249,2267,1,'figure',25,NULL);
INSERT INTO numeral VALUES(1,41,1748,1767,2289,2315,1,'figure',26,NULL);
INSERT INTO numeral VALUES(1,42,1815,1827,2375,2392,1,'figure',27,NULL);
INSERT INTO numeral VALUES(1,43,1833,1843,2400,2415,1,'figure',27,NULL);
INSERT INTO numeral VALUES(1,44,1863,1875,2441,2458,1,'figure',27,NULL);
INSERT INTO numeral VALUES(1,45,1902,1914,2494,2511,1,'figure',27,NULL);
INSERT INTO numeral VALUES(1,46,1952,1956,2557,2561,1,'time',3,NULL);
INSERT INTO numeral VALUES(1,47,1958,1968,2563,2578,1,'figure',27,NULL);
INSERT INTO numeral VALUES(1,48,1984,1987,2597,2600,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,49,2014,2022,2633,2641,1,'figure',28,NULL);
INSERT INTO numeral VALUES(1,50,2037,2045,2660,2668,1,'figure',28,NULL);
INSERT INTO numeral VALUES(1,51,2090,2093,2733,2736,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,52,2102,2108,2747,2753,1,'figure',28,NULL);
INSERT INTO numeral VALUES(1,53,2152,2170,2816,2840,1,'figure',27,NULL);
INSERT INTO numeral VALUES(1,54,2212,2218,2892,2900,1,'figure',29,NULL);
INSERT INTO numeral VALUES(1,55,2317,2330,3035,3052,2,'figure',30,NULL);
INSERT INTO numeral VALUES(1,56,2361,2366,3093,3098,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,57,2450,2463,3218,3236,0,'figure',31,NULL);
INSERT INTO numeral VALUES(1,58,2492,2499,3275,3284,1,'figure',32,NULL);
INSERT INTO numeral VALUES(1,59,2508,2517,3295,3306,0,'figure',32,NULL);
INSERT INTO numeral VALUES(1,60,2682,2684,3511,3513,1,'time',33,NULL);
INSERT INTO numeral VALUES(1,61,2689,2696,3520,3529,1,'figure',34,NULL);
INSERT INTO numeral VALUES(1,62,2703,2704,3537,3538,1,'time',33,NULL);
INSERT INTO numeral VALUES(1,63,2709,2723,3545,3563,1,'figure',35,NULL);
INSERT INTO numeral VALUES(1,64,2728,2742,3569,3587,1,'figure',35,NULL);
INSERT INTO numeral VALUES(1,65,2758,2762,3607,3611,1,'time',3,NULL);
INSERT INTO numeral VALUES(1,66,2838,2845,3711,3720,0,'figure',36,NULL);
INSERT INTO numeral VALUES(1,67,2848,2849,3723,3724,1,'reference',37,NULL);
INSERT INTO numeral VALUES(1,68,2860,2863,3740,3743,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,69,2921,2922,3825,3826,1,'reference',37,NULL);
INSERT INTO numeral VALUES(1,70,2936,2951,3843,3860,1,'figure',38,NULL);
INSERT INTO numeral VALUES(1,71,2975,2981,3894,3900,2,'time',33,NULL);
INSERT INTO numeral VALUES(1,72,3001,3016,3929,3945,1,'figure',38,NULL);
INSERT INTO numeral VALUES(1,73,3023,3026,3954,3957,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,74,3028,3029,3959,3960,1,'reference',37,NULL);
INSERT INTO numeral VALUES(1,75,3046,3050,3983,3988,1,'figure',39,NULL);
INSERT INTO numeral VALUES(1,76,3072,3077,4019,4025,1,'figure',39,NULL);
INSERT INTO numeral VALUES(1,77,3106,3120,4068,4087,1,'figure',27,NULL);
INSERT INTO numeral VALUES(1,78,3185,3188,4177,4180,1,'figure',8,NULL);
INSERT INTO numeral VALUES(1,79,3202,3209,4198,4205,1,'time',40,NULL);
INSERT INTO numeral VALUES(1,80,3299,3312,4332,4345,1,'reference',41,NULL);
INSERT INTO numeral VALUES(2,0,8,14,11,17,1,'rejected',42,'its dots and commas fit no way to write a number; correct the text or add a form');
INSERT INTO numeral VALUES(2,1,28,31,39,42,1,'figure',8,NULL);
INSERT INTO numeral VALUES(2,2,48,58,61,76,1,'figure',27,NULL);
INSERT INTO numeral VALUES(2,3,62,66,81,85,1,'figure',8,NULL);
INSERT INTO numeral VALUES(3,0,3,7,4,9,1,'figure',39,NULL);
INSERT INTO numeral VALUES(3,1,9,13,11,16,1,'figure',39,NULL);
INSERT INTO numeral VALUES(3,2,17,21,20,25,1,'figure',39,NULL);
INSERT INTO numeral VALUES(4,0,8,21,11,29,1,'figure',27,NULL);
INSERT INTO numeral VALUES(4,1,27,30,38,41,1,'figure',8,NULL);
INSERT INTO numeral VALUES(4,2,47,57,60,75,1,'figure',27,NULL);
INSERT INTO numeral VALUES(4,3,61,65,80,84,1,'figure',8,NULL);
CREATE TABLE relation (
  -- An arithmetic relation between figures of one document.
  relation_key INTEGER PRIMARY KEY,   -- what members refer to
  version_key INTEGER NOT NULL REFERENCES document_version,  -- the text that states the figures
  first_run_id INTEGER NOT NULL REFERENCES run,  -- the run that found it
  superseded_run_id INTEGER REFERENCES run,      -- the run that no longer did; null while it is believed
  relation_id TEXT NOT NULL CHECK (length(relation_id) = 16),  -- from kind, formula and members: the same everywhere
  kind TEXT NOT NULL,                 -- share, sum, …
  formula TEXT NOT NULL,              -- what was computed, with the numbers in it
  expected TEXT NOT NULL,             -- what the formula gives
  stated TEXT NOT NULL,               -- what the text states
  verdict TEXT NOT NULL CHECK (verdict = 'holds' OR verdict = 'rounded' OR verdict = 'broken')  -- how they agree
) STRICT;
INSERT INTO relation VALUES(1,1,1,NULL,'e4b554dbf5dade8d','sum','268125 + 144375','412500','412500','holds');
INSERT INTO relation VALUES(2,1,1,NULL,'8e70213e81486a7e','share','268125 ÷ 412500 × 100','65','65','holds');
INSERT INTO relation VALUES(3,1,1,NULL,'d08dd6d454e3c341','share','64741 ÷ 188203 × 100','34.4','34.4','holds');
INSERT INTO relation VALUES(4,1,1,NULL,'940d85c9cb33c68a','share','1090 ÷ 1116 × 100','97.67','97.7','holds');
INSERT INTO relation VALUES(5,1,1,NULL,'f20bc38a4638d6bd','sum','52000000000 + 21900000000 + 12500000000','86400000000','86400000000','holds');
INSERT INTO relation VALUES(6,1,1,NULL,'5848aeac059e2528','share','424 ÷ 586 × 100','72.355','72.4','holds');
INSERT INTO relation VALUES(7,1,1,NULL,'2d5ba8beae617f4e','multiple','372000 ÷ 155000','2.4','2.4','holds');
INSERT INTO relation VALUES(8,1,1,NULL,'9241ee4b2646662c','share','480000 ÷ 1200000 × 100','40','40','holds');
INSERT INTO relation VALUES(9,3,1,NULL,'1cba1501930f477f','sum','1 + 2','3','3','holds');
CREATE TABLE relation_member (
  -- The figures of a relation.
  relation_key INTEGER NOT NULL REFERENCES relation,  -- the relation
  ordinal INTEGER NOT NULL,           -- counts the members, from 0
  figure_key INTEGER NOT NULL REFERENCES figure,      -- the figure
  role TEXT NOT NULL,                 -- part, whole, share, sum, addend, …
  PRIMARY KEY (relation_key, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO relation_member VALUES(1,0,4,'addend');
INSERT INTO relation_member VALUES(1,1,7,'addend');
INSERT INTO relation_member VALUES(1,2,3,'sum');
INSERT INTO relation_member VALUES(2,0,4,'part');
INSERT INTO relation_member VALUES(2,1,3,'whole');
INSERT INTO relation_member VALUES(2,2,5,'share');
INSERT INTO relation_member VALUES(3,0,11,'part');
INSERT INTO relation_member VALUES(3,1,11,'whole');
INSERT INTO relation_member VALUES(3,2,12,'share');
INSERT INTO relation_member VALUES(4,0,22,'part');
INSERT INTO relation_member VALUES(4,1,22,'whole');
INSERT INTO relation_member VALUES(4,2,23,'share');
INSERT INTO relation_member VALUES(5,0,32,'addend');
INSERT INTO relation_member VALUES(5,1,33,'addend');
INSERT INTO relation_member VALUES(5,2,34,'addend');
INSERT INTO relation_member VALUES(5,3,31,'sum');
INSERT INTO relation_member VALUES(6,0,43,'part');
INSERT INTO relation_member VALUES(6,1,43,'whole');
INSERT INTO relation_member VALUES(6,2,44,'share');
INSERT INTO relation_member VALUES(7,0,50,'dividend');
INSERT INTO relation_member VALUES(7,1,49,'divisor');
INSERT INTO relation_member VALUES(7,2,48,'multiple');
INSERT INTO relation_member VALUES(8,0,54,'part');
INSERT INTO relation_member VALUES(8,1,53,'whole');
INSERT INTO relation_member VALUES(8,2,55,'share');
INSERT INTO relation_member VALUES(9,0,64,'addend');
INSERT INTO relation_member VALUES(9,1,65,'addend');
INSERT INTO relation_member VALUES(9,2,63,'sum');
CREATE TABLE rejection (
  -- Something that a stage refused: a file, a record, a numeral.
  rejection_key INTEGER PRIMARY KEY,  -- counts them
  rejection_id TEXT NOT NULL UNIQUE,  -- from all that identifies it: document, stage, rule, reason, quote, span
  document TEXT NOT NULL,             -- the document's id, or the path of a file that gave none
  stage TEXT NOT NULL CHECK (stage = 'ingest' OR stage = 'extract' OR stage = 'validate' OR stage = 'load'),  -- who refused it
  rule TEXT NOT NULL,                 -- the rule that did
  reason TEXT NOT NULL,               -- what is wrong and what to do
  quote TEXT,                         -- the offending text
  char_start INTEGER,                 -- where it stands, in code points, half open
  char_end INTEGER,
  byte_start INTEGER,                 -- the same in UTF-8 bytes
  byte_end INTEGER,
  first_run_id INTEGER NOT NULL REFERENCES run,  -- the run that met it first
  last_run_id INTEGER NOT NULL REFERENCES run,   -- the last run that wrote it: what still stands is left
  resolved_run_id INTEGER REFERENCES run         -- the run that read the document and no longer met it
) STRICT;
INSERT INTO rejection VALUES(1,'fd3604588ecb6f30','hong','extract','numbers:malformed','its dots and commas fit no way to write a number; correct the text or add a form','1.36.3',8,14,11,17,1,1,2);
CREATE UNIQUE INDEX document_version_current ON document_version (document_key)
  WHERE superseded_run_id IS NULL;
CREATE INDEX figure_version ON figure (version_key);
CREATE INDEX figure_id ON figure (figure_id);
CREATE INDEX relation_version ON relation (version_key);
CREATE INDEX relation_member_figure ON relation_member (figure_key);
CREATE INDEX rejection_document ON rejection (document);
CREATE INDEX rejection_ingest ON rejection (rule, document)
  WHERE stage = 'ingest' AND resolved_run_id IS NULL;
CREATE VIEW document_ledger AS
SELECT
  d.document,
  v.version,
  v.digit_runs,
  v.digit_runs_lost,
  coalesce(n.numeral_count, 0) AS numeral_count,
  coalesce(n.figure_count, 0) AS figure_count,
  coalesce(n.time_count, 0) AS time_count,
  coalesce(n.reference_count, 0) AS reference_count,
  coalesce(n.rejected_count, 0) AS rejected_count,
  v.digit_runs_lost = 0
    AND coalesce(n.numeral_count, 0)
      = coalesce(n.figure_count + n.time_count + n.reference_count + n.rejected_count, 0)
    AS is_balanced
FROM document_version AS v
JOIN document AS d ON d.document_key = v.document_key
LEFT JOIN (
  SELECT
    version_key,
    count(*) AS numeral_count,
    sum(disposition = 'figure') AS figure_count,
    sum(disposition = 'time') AS time_count,
    sum(disposition = 'reference') AS reference_count,
    sum(disposition = 'rejected') AS rejected_count
  FROM numeral
  WHERE digit_runs > 0
  GROUP BY version_key
) AS n ON n.version_key = v.version_key
WHERE v.superseded_run_id IS NULL;
CREATE VIEW documents AS
SELECT
  d.document,
  v.path,
  v.record,
  v.url,
  v.outlet,
  v.title,
  v.published,
  v.place,
  v.digest,
  v.rules_digest,
  v.version,
  v.char_count,
  v.first_run_id,
  v.last_run_id,
  v.superseded_run_id,
  v.superseded_run_id IS NULL AS is_current,
  v.text
FROM document_version AS v
JOIN document AS d ON d.document_key = v.document_key;
CREATE VIEW figure_history AS
SELECT
  f.figure_id,
  d.document,
  v.version,
  f.quote,
  f.kind,
  f.value,
  f.upper,
  f.of,
  f.unit,
  f.qualifier,
  f.change,
  f.status,
  f.period,
  f.place,
  f.subject,
  f.indicator,
  f.rule,
  f.verdict,
  f.first_run_id,
  f.superseded_run_id
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key;
CREATE VIEW figures AS
SELECT
  f.figure_id,
  d.document,
  v.title,
  v.outlet,
  v.url,
  v.published,
  f.quote,
  -- W3C TextQuote: up to 32 code points before and after the span.
  substr(v.text, max(f.char_start - 31, 1), min(f.char_start, 32)) AS prefix,
  substr(v.text, f.char_end + 1, 32) AS suffix,
  f.kind,
  f.value,
  f.value_real,
  f.upper,
  f.upper_real,
  f.of,
  f.of_real,
  f.unit,
  f.precision,
  f.qualifier,
  f.change,
  f.basis,
  f.status,
  f.period,
  f.period_first_day,
  f.period_last_day,
  f.place,
  -- The name valid when the article was published; failing that, the latest.
  coalesce(
    (
      SELECT p.name
      FROM place AS p
      WHERE p.code = f.place
        AND substr(v.published, 1, 10) BETWEEN p.valid_from AND coalesce(p.valid_to, '9999-12-31')
      ORDER BY p.valid_from DESC
      LIMIT 1
    ),
    (SELECT p.name FROM place AS p WHERE p.code = f.place ORDER BY p.valid_from DESC LIMIT 1)
  ) AS place_name,
  f.subject,
  f.source,
  f.indicator,
  f.char_start,
  f.char_end,
  f.byte_start,
  f.byte_end,
  f.verdict,
  f.rule,
  f.first_run_id AS run_id,
  v.version,
  v.digest,
  v.path
FROM figure AS f
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE f.superseded_run_id IS NULL AND v.superseded_run_id IS NULL
;
CREATE VIEW rejections AS
SELECT
  document,
  stage,
  rule,
  reason,
  quote,
  char_start,
  char_end,
  first_run_id,
  last_run_id,
  resolved_run_id
FROM rejection;
CREATE VIEW relation_members AS
SELECT r.relation_id, f.figure_id, m.role
FROM relation AS r
JOIN document_version AS v ON v.version_key = r.version_key
JOIN relation_member AS m ON m.relation_key = r.relation_key
JOIN figure AS f ON f.figure_key = m.figure_key
WHERE r.superseded_run_id IS NULL AND v.superseded_run_id IS NULL;
CREATE VIEW relations AS
SELECT
  r.relation_id,
  d.document,
  r.kind,
  r.formula,
  r.expected,
  r.stated,
  r.verdict,
  r.first_run_id AS run_id
FROM relation AS r
JOIN document_version AS v ON v.version_key = r.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE r.superseded_run_id IS NULL AND v.superseded_run_id IS NULL;
CREATE VIEW runs AS
SELECT
  run_id,
  started,
  finished,
  status,
  files_seen,
  documents_new,
  documents_changed,
  documents_reread,
  documents_unchanged,
  documents_unreadable,
  figures_added,
  figures_superseded,
  rejections_added,
  times_resumed,
  rules_digest,
  program_version,
  arguments
FROM run;
CREATE VIEW verdicts AS
SELECT f.figure_id, d.document, w.rule, w.severity, w.message
FROM verdict AS w
JOIN figure AS f ON f.figure_key = w.figure_key
JOIN document_version AS v ON v.version_key = f.version_key
JOIN document AS d ON d.document_key = v.document_key
WHERE f.superseded_run_id IS NULL AND v.superseded_run_id IS NULL;
COMMIT;
