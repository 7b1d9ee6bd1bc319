"""The headings that say what the lines below them are, in the main European languages and Indonesian.

Compiled by hand; a phrase is matched against a whole short line, without case and outer punctuation.
"""

import re

_LONGEST = 80
_OUTER = " \t:.!?»«›>→…*#_-–—|•"


def _section(phrases: str) -> re.Pattern[str]:
    """One alternative a line, in lower case, which is faster to search than without case."""
    return re.compile("|".join(line.strip() for line in phrases.strip().splitlines()))


_AUTHOR = _section(r"""
    (?:(?:more |information )?(?:about|on)|meet|a note on|details? of|profile of)?\s?(?:the |our |your )?(?:detail |guest |article )?(?:authors?|writers?|bloggers?|contributors?|columnist|reporter)(?:['’]s)?(?: ?\(s\))?(?: (?:bio|biography|profile|details?|info|information|box|note|card))?
    (?:written|posted|published|article|words) by
    bio(?:graphy)?|byline
    (?:(?:tentang|profil|biodata|detail|informasi) )?penulis
    (?:(?:[àa] propos|profil|biographie) de |(?:informations? )?sur )?l['’](?:auteure?|autrice)|[àa] propos des auteurs
    (?:(?:sobre|acerca de|conoce) (?:el|la|los|al)|(?:datos|perfil|información) del|(?:sobre|acerca de) [oa]) autora?(?:es)?
    (?:(?:dados|perfil) d[oa] )?autora?
    (?:über|ueber) (?:den autor|die autorin|die autoren|den verfasser)|zum autor|zur autorin|autoren(?:profil|info)
    (?:(?:informazioni )?sul|(?:profilo|biografia) del)?l['’]aut(?:ore|rice)|autore
    (?:over de |profiel van de )?(?:auteur|schrijver)|auteursprofiel
    o autor(?:ze|ce|ovi)|profil autora
    om (?:författaren|forfatteren)
    об авторе
""")  # noqa: E501
_LINKS = _section(r"""
    (?:also|you (?:may|might|will|could|would)(?: also)?) (?:like|enjoy|love|be interested in)
    (?:articles?|posts?|stories) you (?:may|might) (?:also )?(?:like|have missed|enjoy)|you may have missed
    (?:see|read|watch|check out|explore|discover) (?:also|more|next)(?: .{0,40})?
    also read|also on .{1,40}|up next|read next|what to read next|in case you missed it
    (?:keep|continue|further|more|related|recommended|suggested) reading
    (?:related|recommended|similar|suggested|popular|trending|latest|recent|top|more|other|featured|previous) (?:articles?|posts?|stories|news|content|topics?|reads?|links?|headlines|videos?|coverage|entries)
    (?:most[ -](?:read|popular|viewed)|editors?['’]?s?['’]? (?:picks?|choice))(?: (?:articles?|posts?|stories|news|now|today))?
    more (?:from|on|in|like|about) .{1,40}|from (?:the|our) (?:blog|archives?|web)|around the web
    trending(?: now)?|related|recommended(?: for you)?|popular(?: now| today)?
    (?:artikel|berita) (?:terkait|terbaru|populer|lainnya)|baca (?:juga|selengkapnya)
    articles? (?:similaires|liés|connexes|récents)|(?:[àa] )?lire (?:aussi|également)|sur le même (?:sujet|thème)
    (?:artículos|noticias|entradas) (?:relacionad[oa]s|recientes)|te pueden? interesar|lee también|leer más
    (?:artigos|notícias|posts) (?:relacionad[oa]s|recentes)|leia (?:também|mais)|veja também
    (?:ähnliche|verwandte|weitere|neueste) (?:artikel|beiträge|themen|nachrichten)
    das könnte (?:sie|dich|ihnen) auch .{1,30}|mehr zum thema|lesen sie auch|auch interessant
    articoli (?:correlati|simili|recenti)|leggi anche|potrebbe interessarti(?: anche)?
    gerelateerde (?:artikelen|berichten)|lees ook|meer over .{1,40}
    (?:podobne|powiązane) (?:artykuły|wpisy)|czytaj także
    читайте также|похожие статьи
""")  # noqa: E501
_CONTACTS = _section(r"""
    (?:my |the )?(?:socials?|social (?:media|networks?|links?|profiles?|accounts?))|elsewhere
    contacts?(?: (?:me|info|details|information))?|get in touch|connect(?: with (?:me|us))?
    follow(?: me| us| the author| him| her| them)?(?: on)?
    media sosial|sosial media|kontak
    réseaux sociaux|suivez-moi
    redes socia(?:le|i)s|conta[ct]to
    soziale (?:medien|netzwerke)|kontakt
    social network|seguimi|contatti
    sociale media
""")
_COMMENTS = _section(r"""
    comments(?: ?\(\d{1,6}\))?|\d{1,6} (?:comments?|responses?|replies)
    leave a (?:comment|reply)|(?:join|view) (?:all )?(?:the )?(?:discussion|conversation|comments)
    (?:\d{1,6} )?(?:kommentare|commentaires|comentarios|comentários|commenti|komentar|reacties|komentarze)
""")


def _whole(pattern: re.Pattern[str], text: str) -> bool:
    if len(text) > _LONGEST or (text.endswith(".") and not text.endswith("...")):
        return False
    return pattern.fullmatch(text.strip(_OUTER).lower()) is not None


def opens_author(text: str) -> bool:
    return _whole(_AUTHOR, text)


def opens_links(text: str) -> bool:
    return _whole(_LINKS, text)


def opens_contacts(text: str) -> bool:
    return _whole(_CONTACTS, text)


def opens_comments(text: str) -> bool:
    return _whole(_COMMENTS, text) and not text.endswith("?")
