"""The headings that say what the lines below them are, in the main European languages and Indonesian.

Compiled by hand; each is matched against a whole short line, without case and final punctuation.
"""

import re

_LONGEST = 80
_OUTER = " \t:.!?»«›>→…*#_-–—|•"

_AUTHOR = re.compile(
    r"(?:about|meet|more about|a note on|details? of|profile of)?\s?(?:the |our |your )?"
    r"(?:detail |guest |article )?(?:authors?|writers?|blogger|contributors?|columnist|reporter)"
    r"(?:['’]s)?(?: ?\(s\))?(?: (?:bio|biography|profile|details?|info|information|box|note|card))?"
    r"|(?:written|posted|published|article|words) by|bio|biography|byline"
    r"|(?:tentang|profil|biodata|detail|informasi) penulis"
    r"|[àa] propos (?:de l['’]auteure?|des auteurs|de l['’]autrice)|l['’]auteure?|l['’]autrice"
    r"|(?:sobre|acerca de|conoce) (?:el|la|los|al) autora?(?:es)?|(?:sobre|acerca de) [oa] autora?"
    r"|(?:über|ueber) (?:den autor|die autorin|die autoren|den verfasser)|(?:zum autor|zur autorin)"
    r"|sull['’]autore|sull['’]autrice|l['’]autore|informazioni sull['’]autore"
    r"|over de (?:auteur|schrijver)|o autorze|o autorce|o autorovi|om (?:författaren|forfatteren)|об авторе",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"(?:(?:also|you (?:may|might|will|could|would)(?: also)?) (?:like|enjoy|love|be interested in)"
    r"|(?:see|read|watch|check out|explore|discover) (?:also|more|next)(?: .{0,40})?|also read|also on .{1,40}"
    r"|(?:keep|continue|further|more|related|recommended|suggested) reading"
    r"|(?:related|recommended|similar|suggested|popular|trending|latest|recent|top|more|other|featured|previous|most[ -]read"
    r"|most[ -]popular|most[ -]viewed|editor['’]?s['’]? (?:picks?|choice))"
    r" (?:articles?|posts?|stories|news|content|topics?|reads?|links?|headlines|videos?|reading|coverage|entries|now|today)"
    r"|(?:articles?|posts?|stories) you (?:may|might) (?:also )?(?:like|have missed|enjoy)|you may have missed"
    r"|more (?:from|on|in|like|about) .{1,40}|from (?:the|our) (?:blog|archives?|web)|around the web"
    r"|trending(?: now)?|related|recommended(?: for you)?|most (?:read|popular|viewed)|popular(?: now| today)?"
    r"|editors?['’]s? picks?|don['’]t miss|up next|read next|what to read next|in case you missed it"
    r"|artikel (?:terkait|terbaru|populer|lainnya)|berita (?:terkait|terbaru|populer|lainnya)|baca (?:juga|selengkapnya)"
    r"|articles? (?:similaires|liés|connexes|récents)|[àa] lire (?:aussi|également)|lire aussi|sur le même (?:sujet|thème)"
    r"|(?:artículos|noticias|entradas) (?:relacionad[oa]s|recientes)|te puede(?:n)? interesar|lee también|leer más"
    r"|(?:artigos|notícias|posts) (?:relacionad[oa]s|recentes)|leia (?:também|mais)|veja também"
    r"|(?:ähnliche|verwandte|weitere|neueste) (?:artikel|beiträge|themen|nachrichten)|das könnte (?:sie|dich|ihnen) auch .{1,30}"
    r"|mehr zum thema|lesen sie auch|auch interessant"
    r"|articoli (?:correlati|simili|recenti)|leggi anche|potrebbe interessarti(?: anche)?"
    r"|gerelateerde (?:artikelen|berichten)|lees ook|meer over .{1,40}|(?:podobne|powiązane) (?:artykuły|wpisy)|czytaj także"
    r"|читайте также|похожие статьи)",
    re.IGNORECASE,
)
_CONTACTS = re.compile(
    r"(?:my |the )?(?:socials?|social (?:media|networks?|links?|profiles?|accounts?)|contacts?(?: (?:info|details|information))?"
    r"|follow(?: me| us| the author| him| her| them)?(?: on)?|connect(?: with (?:me|us))?|get in touch|elsewhere"
    r"|media sosial|sosial media|kontak|réseaux sociaux|redes sociales|redes sociais|soziale (?:medien|netzwerke)|kontakt"
    r"|social network|seguimi|sociale media|contatti|contacto|contato|suivez-moi)",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:\d{1,6} )?(?:comments?|responses?|replies)(?: ?\(\d{1,6}\))?|leave a (?:comment|reply)|(?:join|view) (?:all )?"
    r"(?:the )?(?:discussion|conversation|comments)|kommentare|commentaires|comentarios|comentários|commenti|komentar",
    re.IGNORECASE,
)


def _whole(pattern: re.Pattern[str], text: str) -> bool:
    return len(text) <= _LONGEST and pattern.fullmatch(text.strip(_OUTER)) is not None


def opens_author(text: str) -> bool:
    return _whole(_AUTHOR, text)


def opens_links(text: str) -> bool:
    return _whole(_LINKS, text)


def opens_contacts(text: str) -> bool:
    return _whole(_CONTACTS, text)


def opens_comments(text: str) -> bool:
    return _whole(_COMMENTS, text)
