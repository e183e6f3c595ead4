"""A site's images by Scrapy's own image pipeline: each page's links followed, each image stored."""

import json
import sys
import time
from urllib.parse import urlsplit

from scrapy import Spider
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor


class Images(Spider):
    name = "images"
    links = LinkExtractor()

    def __init__(self, start):
        super().__init__()
        self.start_urls = [start]
        self.allowed_domains = [urlsplit(start).hostname]

    def parse(self, response):
        sources = response.css("img::attr(src)").getall()
        yield {"image_urls": [response.urljoin(source) for source in sources]}
        yield from response.follow_all(self.links.extract_links(response))


class Taken:
    """What the pipeline took, whatever page it was on."""

    urls = set()

    def process_item(self, item, spider):
        self.urls.update(image["url"] for image in item["images"])
        return item


def main(start, store, concurrency):
    process = CrawlerProcess(
        settings={
            "ITEM_PIPELINES": {"scrapy.pipelines.images.ImagesPipeline": 1, Taken: 2},
            "IMAGES_STORE": store,
            "CONCURRENT_REQUESTS": concurrency,
            "CONCURRENT_REQUESTS_PER_DOMAIN": concurrency,
            "ROBOTSTXT_OBEY": True,
            "DOWNLOAD_DELAY": 0,
            "LOG_LEVEL": "ERROR",
            "TELNETCONSOLE_ENABLED": False,
            "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7",
        }
    )
    process.crawl(Images, start=start)
    began = time.monotonic()
    process.start()
    json.dump({"seconds": time.monotonic() - began, "urls": sorted(Taken.urls)}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
