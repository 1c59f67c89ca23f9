"""Makes the table of first names and the gender that they usually go with.

    pip install faker names && python scripts/make_first_names.py

In: the lists of the packages faker (MIT; names of sixty countries) and names (the US census of 1990, public
domain), and those below, for languages that the packages give in other scripts. Out: a line a name in
src/onrecord/analysis/people/tables/first_names.txt.gz, "name m", "name f", or "name u" where both use it.
Accents are folded, as in the reader.
"""

from __future__ import annotations

import gzip
import importlib
import re
import unicodedata
from collections import Counter
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src/onrecord/analysis/people/tables/first_names.txt.gz"
CLEAR = 5  # times as often the one as the other: no longer "u"
COMMON_IN_CENSUS = 0.005  # percent of Americans of that sex; rarer ones are slips of the pen

MALE = """Abbas Abdallah Abdel Abdelaziz Abdul Abdullah Abdulrahman Adel Adnan Ahmad Ahmed Akram
Ali Amin Amir Amr Anwar Asad Ashraf Ayman Bashar Bashir Bassam Bilal Dawud Essam Fadi Fahd Faisal
Faris Farouk Fathi Fawzi Fuad Ghassan Habib Hadi Hafez Haider Haitham Hakim Hamad Hamdi Hamid Hamza
Hani Haroun Hasan Hassan Hatem Haytham Hisham Hosni Hossam Hussain Hussein Ibrahim Idris Imad Imran
Ismail Issam Iyad Jaber Jafar Jamal Jamil Jawad Kamal Karim Khaled Khalid Khalil Luay Maher Mahdi
Mahmoud Majid Malik Mansour Marwan Mazen Moataz Mohamad Mohamed Mohammad Mohammed Mohsen Mourad
Muammar Muhammad Munir Musa Mustafa Nabil Nadim Naguib Naji Nasser Nawaf Nizar Omar Osama Othman
Qasim Qusay Rachid Rafiq Raed Rami Rashid Riad Riyad Saad Sabri Saddam Sadiq Said Saif Salah Salam
Saleh Salim Salman Sami Samir Sayed Shadi Sherif Suleiman Sultan Taha Talal Tamer Tareq Tariq
Tawfiq Usama Wael Walid Wissam Yahya Yaser Yasin Yasir Yasser Yousef Youssef Yusuf Zaki Zayd Zaid
Ziad Zuhair Aleksandr Aleksei Alexei Anatoly Andrei Andrey Anton Arkady Artem Artyom Boris Bogdan
Denis Dmitri Dmitry Eduard Evgeny Fyodor Gennady Georgy Gleb Grigory Igor Ilya Ivan Kirill
Konstantin Leonid Lev Maksim Maxim Mikhail Mykola Nikita Nikolai Nikolay Oleg Oleh Oleksandr Pavel
Petro Pyotr Roman Rostislav Ruslan Semyon Serhiy Sergei Sergey Stanislav Stepan Taras Timur Vadim
Valentin Valery Vasily Viktor Vitaly Vladimir Vladislav Volodymyr Vyacheslav Yaroslav Yegor Yevgeny
Yuri Yury Akbar Alireza Arash Ardeshir Babak Bahram Behrouz Cyrus Dariush Ebrahim Farhad Hashem
Hossein Javad Kaveh Kourosh Masoud Mehdi Mehran Mohsen Morteza Mostafa Naser Parviz Ramin Reza
Rostam Saeed Shahram Siamak Soroush Amit Anil Arun Ashok Deepak Gopal Harish Jawaharlal Krishna
Manoj Mohan Mukesh Narendra Nitin Prakash Pradeep Rahul Raj Rajesh Rajiv Rakesh Ramesh Ravi Sanjay
Sandeep Satish Shankar Sunil Suresh Vijay Vikram Vinod Akira Daisuke Haruki Hideo Hiroshi Ichiro
Junichiro Kazuo Kenji Kenzo Makoto Masato Naoto Noboru Satoshi Shigeru Shinzo Shinichi Taro Takeshi
Takashi Yasuo Yoshihide Yoshiro Yukio Asher Avi Avigdor Avraham Ariel Benjamin Binyamin Boaz Chaim
Dov Eitan Ehud Eli Eliezer Gideon Itamar Menachem Mordechai Moshe Naftali Nir Reuven Shimon Shlomo
Uri Yair Yaakov Yehuda Yitzhak Yoav Yossi Yigal Zvi Kofi Kwame Kwabena Kwasi Chinua Chukwu Emeka
Ifeanyi Ikenna Obinna Olusegun Sekou Amadou Mamadou Moussa Ousmane Ibrahima Cheikh Abdoulaye Tendai
Thabo Sipho Mandla Tafadzwa Kamau Kiprop Juma Hamisi Tesfaye Haile Girma Abiy Dawit Bekele Nguema
Idriss Mengistu Jomo Uhuru Raila Slobodan Zoran Goran Dragan Milos Nebojsa Radovan Ratko Vojislav
Ilir Edi Agim Besnik Arben Hashim Enver Sali Fatmir Bujar Recep Tayyip Kemal Bulent Devlet
Selahattin Levent Zhivko Boyko Rumen Plamen Georgi Petar Dimitar Yiannis Giorgos Kostas Kyriakos
Alexis Antonis Nikos Panagiotis Spyros Stavros Vasilis""".split()
FEMALE = """Abeer Afaf Aida Aisha Alia Amal Amani Amina Amira Asma Asmaa Aya Ayesha Badria Basma
Bushra Dalal Dalia Dina Eman Fadia Fadwa Farah Farida Fatima Fatma Fawzia Ghada Haifa Hala Halima
Hana Hanan Hayat Heba Hiba Hind Huda Ibtisam Iman Inas Intisar Jamila Joumana Kawthar Khadija Lama
Lamia Latifa Leila Layla Lina Lubna Maha Mai Majida Malak Manal Mariam Maryam Marwa Maysa Mona
Mouna Muna Nabila Nada Nadia Naima Najla Najwa Nawal Nermin Nisreen Noha Noor Noura Nour Rabia Rana
Rania Rasha Rawan Reem Rehab Rima Rola Ruba Rula Sabah Safa Safiya Sahar Salma Salwa Samar Samia
Samira Sana Sara Sawsan Shadia Shahira Sherine Siham Suad Suha Suhair Tahani Thuraya Wafa Widad
Yasmin Yasmine Yusra Zahra Zainab Zaynab Zeinab Alla Alina Aleksandra Alyona Anastasia Anastasiya
Antonina Darya Ekaterina Elena Elizaveta Galina Inna Irina Kateryna Katerina Ksenia Larisa Lidia
Ludmila Lyudmila Margarita Marina Mariya Nadezhda Natalia Natalya Nataliya Nina Oksana Olena Olga
Olha Polina Raisa Sofya Svetlana Svitlana Tamara Tatiana Tatyana Valentina Valeria Vera Veronika
Viktoria Yana Yekaterina Yelena Yulia Yuliya Zinaida Zoya Azadeh Bahar Fatemeh Farah Fereshteh
Forough Golnar Laleh Leyla Mahin Mahnaz Maryam Masih Mina Nasrin Nazanin Niloufar Parisa Parvin
Roya Sepideh Shahla Shirin Simin Soraya Zahra Aditi Anjali Ananya Asha Aruna Deepa Divya Gita
Indira Jaya Kavita Kamala Lakshmi Lata Leela Mamata Meena Meera Neha Nirmala Nisha Padma Pooja
Pratibha Priya Priyanka Radha Rani Rekha Rupa Sangeeta Sarita Shanti Shreya Sita Smriti Sonia
Sunita Sushma Uma Usha Vandana Akiko Ayumi Chiyo Emi Fumiko Hanako Haruka Hiroko Junko Kaori Keiko
Kumiko Mariko Megumi Michiko Midori Misaki Naomi Noriko Reiko Sachiko Sakura Sayuri Tomoko Yoko
Yoshiko Yuka Yukiko Yumi Yuriko Avigail Ayelet Chana Dalia Dorit Efrat Golda Hadas Idit Limor Merav
Michal Miri Orit Orly Rivka Ruth Sharon Shira Shlomit Shulamit Tali Talia Tamar Tzipi Yael Yehudit
Zehava Ama Abena Adwoa Akosua Amma Efua Esi Chiamaka Chimamanda Chioma Folake Funmi Ngozi Nkechi
Nneka Nnenna Olabisi Oluchi Simisola Temitope Yetunde Zainabu Aminata Aissatou Fatou Fatoumata
Mariama Oumou Rokia Wangari Wanjiku Akinyi Achieng Njeri Thandi Thandiwe Nomsa Nosipho Zanele
Lindiwe Busisiwe Tsitsi Rudo Chipo Tigist Almaz Hirut Sahle Meseret Makeda Dragana Gordana Jelena
Ljiljana Milica Mirjana Snezana Vesna Zorica Elira Vjosa Arta Drita Mimoza Teuta Valdete Eleni
Ioanna Katerina Dimitra Despina Fofi Niki Vassiliki""".split()


def folded(name: str) -> str:
    """The name in small letters without accents."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(char for char in plain if not unicodedata.combining(char)).lower()


def collect() -> tuple[Counter[str], Counter[str]]:
    """How many lists name each first name as a man's and as a woman's."""
    male, female = Counter(map(folded, MALE)), Counter(map(folded, FEMALE))
    person = files("faker.providers.person")
    for place in sorted(entry.name for entry in person.iterdir() if entry.is_dir() and entry.name[0] != "_"):
        provider = importlib.import_module(f"faker.providers.person.{place}").Provider
        for counts, attribute in ((male, "first_names_male"), (female, "first_names_female")):
            counts.update({folded(n) for n in getattr(provider, attribute, ()) if _is_latin(n)})
    for counts, part in ((male, "male"), (female, "female")):
        for line in files("names").joinpath(f"dist.{part}.first").read_text().splitlines():
            name, percent, *_ = line.split()
            if float(percent) >= COMMON_IN_CENSUS:
                # A common name counts for more than one list: "Ashley" is seldom a man's.
                counts[folded(name)] += 1 + round(float(percent) * 20)
    return male, female


def _is_latin(name: str) -> bool:
    return bool(re.fullmatch(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž'’-]+", name))


def main() -> None:
    """Writes the table."""
    male, female = collect()
    lines = []
    for name in sorted(male | female):
        m, f = male[name], female[name]
        lines.append(f"{name} {'m' if m >= CLEAR * f else 'f' if f >= CLEAR * m else 'u'}")
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    print(f"{len(lines)} names, {OUT.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
