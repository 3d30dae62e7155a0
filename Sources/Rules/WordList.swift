/// A list of words that the grammar of numbers asks for: verbs that state a level, kinds of area.
public enum WordList: String, Sendable, CaseIterable {
  case addition
  case abbreviationWithDot = "abbreviation_with_dot"
  case ageBearer = "age_bearer"
  case ageStep = "age_step"
  case angle
  case areaKind = "area_kind"
  case aspect
  case assertion
  case assigned
  case attribute
  case articleNoun = "article_noun"
  case basisStop = "basis_stop"
  case beside
  case birthWord = "birth_word"
  case calendar
  case cause
  case causingVerb = "causing_verb"
  case classifier
  case clauseOpener = "clause_opener"
  case communeKind = "commune_kind"
  case condition
  case countingWord = "counting_word"
  case destination
  case determiner
  case ellipsis
  case equivalent
  case dimension
  case directive
  case districtKind = "district_kind"
  case exampleWord = "example_word"
  case fulfilment
  case gathering
  case generalNoun = "general_noun"
  case fiveOpener = "five_opener"
  case focusWord = "focus_word"
  case foreignKind = "foreign_kind"
  case former
  case growthName = "growth_name"
  case gettingVerb = "getting_verb"
  case gun
  case havingVerb = "having_verb"
  case heldBy = "held_by"
  case indexName = "index_name"
  case indicatorLimit = "indicator_limit"
  case indicatorTail = "indicator_tail"
  case joint
  case levelNoun = "level_noun"
  case levelVerb = "level_verb"
  case listedStem = "listed_stem"
  case lunarMonth = "lunar_month"
  case magnitude
  case manner
  case matchVerb = "match_verb"
  case milestone
  case minusWord = "minus_word"
  case negation
  case norm
  case officeTitle = "office_title"
  case owner
  case partNoun = "part_noun"
  case plan
  case orderWord = "order_word"
  case placeLink = "place_link"
  case plusWord = "plus_word"
  case predicate
  case pronoun
  case purposedNoun = "purposed_noun"
  case ratioNoun = "ratio_noun"
  case reportVerb = "report_verb"
  case revisingVerb = "revising_verb"
  case rise
  case service
  case sendingVerb = "sending_verb"
  case session
  case speechNoun = "speech_noun"
  case speakerOpener = "speaker_opener"
  case spot
  case spotVerb = "spot_verb"
  case subjectOpener = "subject_opener"
  case step
  case temperature
  case tense
  case timeLink = "time_link"
  case titlePrefix = "title_prefix"
  case topicWord = "topic_word"
  case tradeWord = "trade_word"
  case untraded
  case weather
  case whole
  case worldNoun = "world_noun"
}
