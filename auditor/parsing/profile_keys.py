"""The words with which profiles name their facts, in the main European languages and Indonesian.

Compiled by hand. Keys are compared without case, accents and final punctuation.
"""

import unicodedata
from functools import lru_cache

_PRINTED = {
    "name": """name, full name, author, author name, display name, real name, first name, last name, written by,
        nama, nama lengkap, nama penulis, penulis, nom, nom complet, prenom, auteur, nombre, nombre completo, autor,
        autora, nome, nome completo, autore, vorname, nachname, vollstandiger name, naam, volledige naam, imie,
        imie i nazwisko, nazwisko, namn, navn, nimi, jmeno, meno, nev, nume, ime, ad soyad, isim, имя, фио, автор""",
    "username": """username, user name, user, user id, login, nickname, nick, alias, alternatename, screen name,
        nama pengguna, nama panggilan, pseudo, pseudonyme, nom d'utilisateur, identifiant, usuario,
        nombre de usuario, benutzername, benutzer, nutzername, nome utente, utente, nome de usuario, utilizador,
        gebruikersnaam, gebruiker, nazwa uzytkownika, anvandarnamn, brukernavn, brugernavn, kayttajatunnus,
        uzivatelske jmeno, kullanici adi, felhasznalonev, логин""",
    "email": """email, e-mail, mail, email address, e-mail address, surel, alamat email, alamat surel, courriel,
        adresse e-mail, adresse email, adresse mail, correo, correo electronico, e-mail-adresse, email-adresse,
        indirizzo email, posta elettronica, emailadres, e-mailadres, adres e-mail, e-post, epost, e-postadress,
        sahkoposti, e-posta, электронная почта, почта""",
    "phone": """phone, phone number, telephone, telephone number, tel, mobile, mobile phone, cell, cell phone,
        contact number, telepon, no telepon, nomor telepon, no hp, numero de telephone, portable, telefono,
        numero de telefono, movil, celular, telefon, telefonnummer, handy, mobil, cellulare, numero di telefono,
        telefone, telemovel, telefoon, telefoonnummer, mobiel, numer telefonu, puhelin, telefonszam, телефон""",
    "address": """address, home address, street address, streetaddress, mailing address, postal address, alamat,
        alamat rumah, adresse, adresse postale, direccion, domicilio, anschrift, indirizzo, endereco, morada, adres,
        adress, osoite, adresa, lakcim, адрес""",
    "birthdate": """birthdate, birth date, date of birth, born, birthday, dob, tanggal lahir, tgl lahir,
        date de naissance, naissance, ne le, nee le, fecha de nacimiento, nacimiento, geburtsdatum, geburtstag,
        geboren, data di nascita, nato il, nata il, data de nascimento, nascimento, geboortedatum, data urodzenia,
        fodelsedatum, fodselsdato, syntymaaika, datum narozeni, dogum tarihi, дата рождения""",
    "age": "age, umur, usia, edad, alter, eta, idade, leeftijd, wiek, alder, ika, vek, yas, возраст",
    "gender": """gender, sex, jenis kelamin, sexe, genre, sexo, genero, geschlecht, sesso, genere, geslacht, plec,
        kon, kjonn, sukupuoli, pohlavi, cinsiyet, пол""",
    "company": """company, company name, employer, works at, works for, worksfor, organization, organisation,
        workplace, affiliation, perusahaan, entreprise, societe, employeur, empresa, compania, organizacion, firma,
        unternehmen, arbeitgeber, azienda, societa, organizzazione, bedrijf, werkgever, organisatie, pracodawca,
        foretag, arbetsgivare, yritys, spolecnost, zamestnavatel, sirket, компания""",
    "job": """job, job title, jobtitle, occupation, profession, position, role, title, pekerjaan, jabatan, profesi,
        emploi, poste, metier, fonction, trabajo, puesto, cargo, profesion, ocupacion, beruf, tatigkeit, stelle,
        lavoro, professione, occupazione, ruolo, trabalho, profissao, ocupacao, baan, beroep, functie, praca, zawod,
        stanowisko, yrke, stilling, ammatti, prace, povolani, meslek, должность, профессия""",
    "biography": """bio, biography, about, about me, description, biografi, tentang, tentang saya, deskripsi,
        biographie, a propos, biografia, acerca de, sobre mi, descripcion, uber mich, beschreibung, biografie,
        chi sono, descrizione, sobre, sobre mim, descricao, over mij, beschrijving, o mnie, opis, om mig, om meg,
        o mne, popis, hakkinda, о себе, биография""",
    "url": """url, website, web site, web, homepage, home page, site, blog, link, webpage, sameas, situs, situs web,
        site web, sitio web, pagina web, webseite, sito, sito web, strona, strona internetowa, hemsida, hjemmeside,
        web sitesi, сайт""",
    "handle": "handle, twitter handle, twitter username, instagram handle",
    "followers": "followers, follower, pengikut, abonnes, seguidores, volgers, obserwujacy, foljare, folgere",
    "following": "following, mengikuti, abonnements, siguiendo, seguindo, seguiti, volgend, obserwowani, foljer",
}  # fmt: skip

_KEYS = {printed.strip(): key for key, words in _PRINTED.items() for printed in words.split(",")}

# The name as printed or as a host's label, and the network.
NETWORKS = {
    "facebook": "facebook", "fb": "facebook", "twitter": "twitter", "x": "twitter", "twitter/x": "twitter",
    "x (twitter)": "twitter", "instagram": "instagram", "ig": "instagram", "insta": "instagram",
    "linkedin": "linkedin", "linked in": "linkedin", "tiktok": "tiktok", "tik tok": "tiktok", "youtube": "youtube",
    "github": "github", "gitlab": "gitlab", "mastodon": "mastodon", "bluesky": "bluesky", "bsky": "bluesky",
    "threads": "threads", "pinterest": "pinterest", "snapchat": "snapchat", "reddit": "reddit",
    "telegram": "telegram", "whatsapp": "whatsapp", "tumblr": "tumblr", "flickr": "flickr", "vk": "vk",
    "xing": "xing", "behance": "behance", "dribbble": "dribbble", "twitch": "twitch", "soundcloud": "soundcloud",
    "google+": "google-plus", "google-plus": "google-plus", "goodreads": "goodreads", "medium": "medium",
    "substack": "substack", "stackoverflow": "stackoverflow", "stack overflow": "stackoverflow", "orcid": "orcid",
    "skype": "skype", "discord": "discord",
}  # fmt: skip

_LONGEST_KEY = 40


@lru_cache(maxsize=4096)
def plain_key(printed: str) -> str:
    """A printed key without case, accents, bullets and final punctuation."""
    letters = unicodedata.normalize("NFKD", printed[: 2 * _LONGEST_KEY].casefold())
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(bare.replace("_", " ").replace("’", "'").replace("ı", "i").replace("ł", "l").split()).strip(
        " :.*#•-"
    )


def key_of(printed: str) -> str | None:
    """The key of the profile vocabulary that a printed key means; `handle` for the name of a network."""
    plain = plain_key(printed).removeprefix("author's ").removeprefix("author ")
    return _KEYS.get(plain) or ("handle" if plain in NETWORKS else None)


def network_of(printed: str) -> str | None:
    return NETWORKS.get(plain_key(printed).removesuffix(" handle").removesuffix(" username"))
